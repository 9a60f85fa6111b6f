import { Field, ID, ObjectType } from 'type-graphql';
import { FollowUp } from '../follow-up/follow-up.type.js';
import { ReportActEnum } from '../report/report.enums.js';
import { Report } from '../report/report.type.js';
import type { Act } from '../report/transitions.js';

@ObjectType({ description: 'A new line in the conversation of a report.' })
export class FollowUpAdded {
  @Field(() => ID, { description: 'Place of this event; pass it as `after` to hear what came later.' })
  cursor!: string;

  @Field(() => FollowUp, { description: 'The new line.' })
  followUp!: FollowUp;
}

@ObjectType({ description: 'Something was done to a report.' })
export class ReportChanged {
  @Field(() => ID, { description: 'Place of this event; pass it as `after` to hear what came later.' })
  cursor!: string;

  @Field(() => ReportActEnum, { description: 'What was done.' })
  kind!: Act;

  @Field(() => Report, { description: 'The report as it is now.' })
  report!: Report;
}
