import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '@satu-pintu/subgraph-kit';
import { ReportOrderEnum, ReportStateEnum, ReportTypeEnum } from './report.enums.js';
import type { ReportState, ReportType } from './report-state.js';

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
}

@ArgsType()
export class ReportPageArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'All that the viewer may see, when absent.' })
  filter?: ReportFilter | null;

  @Field(() => ReportOrderEnum, {
    defaultValue: 'NEWEST',
    description: 'By publication for the public, by submission for officers.',
  })
  orderBy!: 'NEWEST' | 'OLDEST';
}
