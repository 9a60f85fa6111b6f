import { InvalidInput, PageArgs, resultUnion, schemaEnum } from '@satu-pintu/subgraph-kit';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Report } from '../stubs.type.js';
import { NOTIFICATION_KINDS, type NotificationKind, TELLINGS } from './notification-texts.js';

const NotificationKindEnum = schemaEnum(
  'NotificationKind',
  'What happened to a report.',
  NOTIFICATION_KINDS,
  meaningOf,
);

@ObjectType({
  description:
    'Something happened to a report that is yours, to one that yours was merged into, or to one that your agency holds. Written once, whatever is delivered twice.',
})
export class Notification {
  @Field(() => ID, { description: 'For `markNotificationsRead`.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'What happened, for programs.' })
  kind!: NotificationKind;

  @Field(() => String, {
    description:
      "What happened, for people, in the request's language. It names the report by its tracking number and says nothing of what stands in it.",
  })
  text!: string;

  @Field(() => Report, {
    nullable: true,
    description:
      'The report as you may see it now, your own where yours was merged into another one; null once it is out of your sight.',
  })
  report!: Report | null;

  @Field(() => GraphQLISODateTime, {
    description: 'When it happened (UTC). Of what an anonymous reporter did officers see the day alone.',
  })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When you marked it as read (UTC); null before.',
  })
  readAt!: Date | null;
}

@ArgsType()
export class NotificationPageArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'True: only those not marked as read.' })
  unreadOnly!: boolean;
}

@InputType({ description: 'Which notifications were read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Up to 100 of your own; others change nothing. Absent: all that are unread.',
  })
  ids?: string[] | null;
}

@ObjectType({ description: 'They are marked as read; doing it again changes nothing.' })
class MarkNotificationsReadSuccess {
  @Field(() => Int, { description: 'How many were unread before.' })
  marked!: number;
}

export const MarkNotificationsReadResult = resultUnion(
  'MarkNotificationsReadResult',
  'Outcome of marking notifications as read.',
  [MarkNotificationsReadSuccess, InvalidInput],
);

/** The English sentence of a kind, as its description. */
function meaningOf(kind: NotificationKind): string {
  const telling: (typeof TELLINGS)[NotificationKind] = TELLINGS[kind];
  const text = 'REPORTER' in telling ? telling.REPORTER : telling.OFFICE;
  return text.en.replace('{report}', 'N');
}
