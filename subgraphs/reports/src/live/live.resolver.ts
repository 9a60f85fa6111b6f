import { Args, ArgsType, Ctx, Field, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { presentFollowUp } from '../follow-up/follow-up.presenter.js';
import { findFollowUpOf } from '../follow-up/follow-up.store.js';
import type { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { actOfEvent, TRANSITIONS } from '../report/transitions.js';
import { FollowUpAdded, ReportChanged } from './live.type.js';
import { followReport, type News } from './report-news.js';

/** Events that come with a line of the conversation. */
const SPEAKING: readonly string[] = [
  TRANSITIONS.ASK_COMPLETION.event,
  TRANSITIONS.COMPLETE.event,
  TRANSITIONS.FOLLOW_UP.event,
  TRANSITIONS.RESPOND.event,
  TRANSITIONS.ASK_REPORTER.event,
  TRANSITIONS.REPLY.event,
  TRANSITIONS.SEND_MESSAGE.event,
  TRANSITIONS.EXTEND.event,
];

@ArgsType()
export class ReportNewsArgs {
  @Field(() => ID, { description: 'Ten digits.' })
  trackingId!: string;

  @Field(() => String, { nullable: true, description: 'Of a report filed without an account.' })
  accessCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Cursor of the last event received; absent: from now on.' })
  after?: string | null;
}

/** How type-graphql hands a subscription's arguments to its iterator. */
interface Subscribing {
  readonly args: ReportNewsArgs;
  readonly context: ReportsContext;
}

@Resolver()
export class LiveResolver {
  constructor(private readonly database: DataSource) {}

  @Subscription(() => FollowUpAdded, {
    description: 'Each new line in the conversation of a report that the viewer may see.',
    subscribe: ({ args, context }: Subscribing) =>
      followReport(context.news, args, context.viewer, ({ type }) => SPEAKING.includes(type)),
  })
  async followUpAdded(
    @Root() news: News,
    @Args(() => ReportNewsArgs) _args: ReportNewsArgs,
    @Ctx() context: ReportsContext,
  ): Promise<FollowUpAdded> {
    const { aggregateId, version } = news.event;
    const row = await findFollowUpOf(this.database.manager, aggregateId, version);
    if (!row) throw new Error(`Event ${news.event.id} tells of a follow-up that is not there.`);
    return { cursor: news.cursor, followUp: presentFollowUp(row, await openReport(news, context)) };
  }

  @Subscription(() => ReportChanged, {
    description: 'Each act on a report that the viewer may see.',
    subscribe: ({ args, context }: Subscribing) =>
      followReport(context.news, args, context.viewer, ({ type }) => actOfEvent(type) !== null),
  })
  async reportChanged(
    @Root() news: News,
    @Args(() => ReportNewsArgs) _args: ReportNewsArgs,
    @Ctx() context: ReportsContext,
  ): Promise<ReportChanged> {
    const kind = actOfEvent(news.event.type);
    if (!kind) throw new Error(`Event ${news.event.id} tells of an act that is not known.`);
    return { cursor: news.cursor, kind, report: await openReport(news, context) };
  }
}

async function openReport({ event, accessCode }: News, { loaders, door }: ReportsContext): Promise<Report> {
  const report = await door.open(await loaders.reports.load(event.aggregateId), accessCode);
  if (!report) throw new Error(`Report ${event.aggregateId} went out of sight between two looks.`);
  return report;
}
