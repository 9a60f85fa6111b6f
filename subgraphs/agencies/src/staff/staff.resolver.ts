import type { Sealer } from '@satu-pintu/service-kit';
import { type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';
import { readWords } from '../agency/query-words.js';
import type { AgenciesContext } from '../context.js';
import type { OfficerCursor } from '../officers/officer-row.js';
import { presentOfficer } from '../officers/officer.presenter.js';
import { type Officer, OfficerConnection } from '../officers/officer.type.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { StaffFilter } from './staff-filter.input.js';
import { staffReach } from './staff-reach.rules.js';

@Resolver(() => Agency)
export class StaffResolver {
  constructor(private readonly cursors: Sealer<OfficerCursor>) {}

  @FieldResolver(() => OfficerConnection, {
    description:
      'Officers of the agency and of all agencies below it, by name, as far as you may list them: those of your own agency, and, for an admin, of those that it manages or monitors. Empty for everyone else.',
  })
  async staff(
    @Root() agency: Agency,
    @Arg('filter', () => StaffFilter, { nullable: true, description: 'Which of them; all when left out.' })
    filter: StaffFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: AgenciesContext,
  ): Promise<Page<Officer>> {
    const { limit, after } = readPageArgs(page, this.cursors);
    const words = readWords(filter?.query ?? null);
    const posts = await viewerPosts(context);
    const reach = staffReach(posts);
    const wanted = {
      root: agency.path,
      words,
      role: filter?.role ?? null,
      activeOnly: filter?.activeOnly ?? true,
      limit: limit + 1,
      after,
      reach,
    };
    const rows = reach.own.length === 0 ? [] : await context.loaders.staff.load(wanted);
    return toPage(
      rows,
      limit,
      (row) => presentOfficer(row, posts),
      ({ name, id }) => ({ name, id }),
      this.cursors,
    );
  }
}
