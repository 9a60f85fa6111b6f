import { badUserInput } from '@satu-pintu/service-kit';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { AnalyticsContext } from '../context.js';
import { NOTHING_KNOWN } from '../open-data/published-counts.js';
import { presentCounts } from './counts.presenter.js';
import { Agency, CountFilter, ReportCounts } from './counts.type.js';
import type { CountsView } from './counts-view.js';
import { followCounts } from './follow-counts.js';

/** Whose numbers are asked, and of which reports. */
@ArgsType()
export class CountsArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'UUID of the agency; the whole country when none is named.',
  })
  agencyId?: string | null;

  @Field(() => CountFilter, {
    nullable: true,
    description: 'Which reports are counted; all of them when left out.',
  })
  filter?: CountFilter | null;
}

@Resolver(() => Agency)
export class CountsResolver {
  @Query(() => ReportCounts, {
    nullable: true,
    description:
      'Numbers of one agency with all below it, or of the whole country; null for an unknown agency.',
  })
  async reportCounts(
    @Args(() => CountsArgs) args: CountsArgs,
    @Ctx() context: AnalyticsContext,
  ): Promise<ReportCounts | null> {
    const view = await readView(args, context);
    return view && presentCounts(view, args.filter);
  }

  @FieldResolver(() => ReportCounts, {
    description: 'Numbers of this agency with all below it, at this moment.',
  })
  async counts(
    @Root() agency: Agency,
    @Ctx() context: AnalyticsContext,
    @Arg('filter', () => CountFilter, {
      nullable: true,
      description: 'Which reports are counted; all when left out.',
    })
    filter?: CountFilter | null,
  ): Promise<ReportCounts> {
    return presentCounts((await context.counts.load(agency.id)) ?? notKnownYet(agency.id), filter);
  }

  @Subscription(() => ReportCounts, {
    description: `The numbers at once, then after each change of what you may see: at most four times a second for live
numbers, with each publication (every 15 minutes) for the published ones. BAD_USER_INPUT for an unknown agency.`,
    subscribe: ({ args, context }: { args: CountsArgs; context: AnalyticsContext }) =>
      subscribeToCounts(args, context),
  })
  reportCountsChanged(@Root() counts: ReportCounts, @Args(() => CountsArgs) _args: CountsArgs): ReportCounts {
    return counts;
  }
}

async function readView(args: CountsArgs, context: AnalyticsContext): Promise<CountsView | null> {
  const agencyId = args.agencyId ?? (await context.root());
  return agencyId === null ? null : context.counts.load(agencyId);
}

async function subscribeToCounts(
  { agencyId, filter }: CountsArgs,
  context: AnalyticsContext,
): Promise<AsyncIterableIterator<ReportCounts>> {
  const view = await readView({ agencyId: agencyId ?? null }, context);
  if (!view) throw badUserInput('`agencyId` names no agency.');
  return followCounts({
    feed: context.feed,
    topic: view.kind,
    async read() {
      const now = await context.counts.clear(view.agencyId).load(view.agencyId);
      return now && presentCounts(now, filter);
    },
  });
}

/** An agency that the rest of the graph knows already, whose event has yet to arrive here. */
function notKnownYet(agencyId: string): CountsView {
  return { kind: 'published', agencyId, asOf: new Date(0), counts: NOTHING_KNOWN };
}
