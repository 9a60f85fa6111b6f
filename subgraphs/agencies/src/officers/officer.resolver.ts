import type { Sealer } from '@satu-pintu/service-kit';
import { type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { presentAgency } from '../agency/agency.presenter.js';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import type { OfficerCursor } from './officer-row.js';
import { maySeeOfficersOf } from './officer-visibility.rules.js';
import { presentOfficer } from './officer.presenter.js';
import { Officer, OfficerConnection } from './officer.type.js';
import { viewerPosts } from './viewer-posts.js';

@Resolver(() => Officer)
export class OfficerResolver {
  @FieldResolver(() => Agency, { description: 'Agency in which the post is held.' })
  async agency(@Root() officer: Officer, @Ctx() { loaders }: AgenciesContext): Promise<Agency> {
    const row = await loaders.agency.load({ id: officer.agencyId });
    if (!row) throw new Error(`Officer ${officer.id} serves an agency that does not exist.`);
    return presentAgency(row);
  }
}

@Resolver(() => Agency)
export class AgencyOfficersResolver {
  constructor(private readonly cursors: Sealer<OfficerCursor>) {}

  @FieldResolver(() => OfficerConnection, {
    description:
      'Officers who serve in it now, by name: for its own staff and for admins who manage or monitor it. Empty for everyone else, as for an agency without officers.',
  })
  async officers(
    @Root() agency: Agency,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: AgenciesContext,
  ): Promise<Page<Officer>> {
    const { limit, after } = readPageArgs(page, this.cursors);
    const posts = await viewerPosts(context);
    const rows = maySeeOfficersOf(posts, agency)
      ? await context.loaders.officers.load({ agencyId: agency.id, limit: limit + 1, after })
      : [];
    return toPage(
      rows,
      limit,
      (row) => presentOfficer(row, posts),
      ({ name, id }) => ({ name, id }),
      this.cursors,
    );
  }
}

/** `Officer` as other subgraphs refer to it: by id; null for an unknown one. */
export async function resolveOfficerReference(
  { id }: { readonly id: string },
  context: AgenciesContext,
): Promise<Officer | null> {
  const [row, posts] = await Promise.all([context.loaders.officer.load(id), viewerPosts(context)]);
  return row && presentOfficer(row, posts);
}
