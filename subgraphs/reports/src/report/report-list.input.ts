import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateScalar, PageArgs, ReportStateEnum, ReportTypeEnum } from '@satu-pintu/subgraph-kit';
import { ChannelEnum, ReportOrderEnum } from './report.enums.js';
import type { ReportOrder } from './report-order.js';
import type { Channel, ReportState, ReportType } from './report-state.js';

@InputType({ description: 'Which reports; conditions are joined by "and", values within one by "or".' })
export class ReportFilter {
  @Field(() => [ReportStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ReportState[] | null;

  @Field(() => [ReportTypeEnum], { nullable: true, description: 'Of one of these classes.' })
  types?: ReportType[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this topic, or of one below it.' })
  categoryId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Held by this agency or by one below it, through both ties.',
  })
  agencyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this region or in one within it: `32` finds `32.73`.' })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words, 2 to 200 characters, else BAD_USER_INPUT; all must be there: `"lampu jalan"` side by side, `-pasar` not there, `or` either. Indonesian stems (`memperbaiki` finds `perbaikan`), without words like `yang`; only such words find nothing. Looks in what this viewer may read: title, text and place, or the public title and text. The order of the list stays.',
  })
  query?: string | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Came in by one of these ways.' })
  channels?: Channel[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Submitted on this day in Jakarta, or later.' })
  submittedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Submitted on this day in Jakarta, or earlier.' })
  submittedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a running VERIFICATION, FIRST_FOLLOW_UP or RESOLUTION clock is past its due instant now, or was breached before it was given more time.',
  })
  isOverdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: with a drafted answer that waits for your approval, not written by you. False is as absent, so that nobody learns from it which reports have a draft.',
  })
  hasAnswerAwaitingApproval?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those of which a breach was told to an agency that this viewer administers; none for others. With `Agency.inbox` those among them that are open.',
  })
  escalatedToMe?: boolean | null;
}

@ArgsType()
class FilteredPageArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'All that the viewer may see, when absent.' })
  filter?: ReportFilter | null;
}

@ArgsType()
export class ReportPageArgs extends FilteredPageArgs {
  @Field(() => ReportOrderEnum, {
    defaultValue: 'NEWEST',
    description: 'NEWEST and OLDEST: by publication for the public, by submission for officers.',
  })
  orderBy!: ReportOrder;
}

@ArgsType()
export class InboxPageArgs extends FilteredPageArgs {
  @Field(() => ReportOrderEnum, {
    nullable: true,
    description: 'DUE_FIRST for officers and NEWEST for the public, when absent.',
  })
  orderBy?: ReportOrder | null;
}
