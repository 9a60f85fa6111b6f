import {
  AUDIT_ACTOR_KINDS,
  AUDIT_OUTCOMES,
  AUDIT_SUBJECT_KINDS,
  type AuditActor,
  type AuditOutcome,
  type AuditSubjectKind,
} from '@satu-pintu/audit';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import { connectionOf, DateScalar, OfficerRoleEnum, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Directive, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Agency } from '../counts/counts.type.js';

const AuditOutcomeEnum = schemaEnum('AuditOutcome', 'What came of it.', AUDIT_OUTCOMES, {
  ACCEPTED: 'It was carried out.',
  REFUSED: 'It was denied: not allowed, not there for who asked, or not in a state for it.',
  READ: "Protected data were handed out: a reporter's name, or what a secret report says.",
});

const AuditActorKindEnum = schemaEnum('AuditActorKind', 'Who did it.', AUDIT_ACTOR_KINDS, {
  OFFICER: 'The holder of a post.',
  REPORTER: 'The reporter of the report, who is not named.',
  SOMEBODY: 'Somebody without a post, of whom nothing is known.',
  ACCOUNT: 'An account, as signing in and out goes: told apart from others within one day only.',
  OPERATOR: 'Who runs the house, with a command at the machine.',
  PLATFORM: 'The house of its own accord.',
});

const AuditSubjectKindEnum = schemaEnum('AuditSubjectKind', 'What it was done to.', AUDIT_SUBJECT_KINDS, {
  REPORT: 'A report.',
  AGENCY: 'An agency.',
  OFFICER: 'A post in an agency.',
  ANSWER_TEMPLATE: 'A prepared text for answers.',
  SIGNING_KEY: 'A key that signs access tokens; its id is the `kid`.',
});

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A report; the reports subgraph tells the rest, to those who may see it.' })
export class Report {
  @Field(() => ID, { description: 'Random; says nothing by itself.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A post in an agency; the agencies subgraph tells the rest.' })
export class Officer {
  @Field(() => ID, { description: 'Id of the post.' })
  id!: string;
}

@ObjectType({ description: 'Who did something. Nobody but officers is named.' })
export class AuditedActor {
  @Field(() => AuditActorKindEnum, { description: 'Who.' })
  kind!: AuditActor['kind'];

  @Field(() => OfficerRoleEnum, {
    nullable: true,
    description: 'Role of the post in which it was done; null for who is no officer.',
  })
  role!: OfficerRole | null;

  @Field(() => Officer, { nullable: true, description: 'The post; null for who is no officer.' })
  officer!: Officer | null;

  @Field(() => Agency, {
    nullable: true,
    description: 'Agency in which the post was held; null for who is no officer.',
  })
  agency!: Agency | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of an account: the same for all that it did on that day, and of no other use; else null.',
  })
  accountOfTheDay!: string | null;
}

@ObjectType({ description: 'What something was done to.' })
export class AuditedSubject {
  @Field(() => AuditSubjectKindEnum, { description: 'Of which kind.' })
  kind!: AuditSubjectKind;

  @Field(() => ID, { description: 'Its id, as it was asked for; it need not exist.' })
  id!: string;

  @Field(() => Report, {
    nullable: true,
    description: 'The report, as far as you may see it; null for other kinds.',
  })
  report!: Report | null;

  @Field(() => Agency, { nullable: true, description: 'The agency; null for other kinds.' })
  agency!: Agency | null;

  @Field(() => Officer, { nullable: true, description: 'The post; null for other kinds.' })
  officer!: Officer | null;
}

@ObjectType('AuditEntry', {
  description: 'One thing that somebody did, was refused, or read. It holds no text and no name.',
})
export class AuditTrailEntry {
  @Field(() => ID, { description: 'Id of the entry.' })
  id!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'When (UTC). With `isDayOnly` the beginning of that day in Jakarta.',
  })
  at!: Date;

  @Field(() => Boolean, {
    description: 'Whether only the day is kept, as of everybody who is no officer and did something.',
  })
  isDayOnly!: boolean;

  @Field(() => String, {
    description:
      'Name of the mutation (`verifyReport`), what was read (`readReport`, `readReporterName`), or what was done to a signing key (`makeSigningKey`, `rotateSigningKey`, `revokeSigningKey`). Of what the gateway refused also a query or a field (`Agency.officers`), and `*` for many different ones within a minute.',
  })
  action!: string;

  @Field(() => AuditOutcomeEnum, { description: 'What came of it.' })
  outcome!: AuditOutcome;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was refused, the type of the problem: `NotAllowed`; `Forbidden` for what the gateway refused by the posts alone; null unless it was refused.',
  })
  refusal!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of what the gateway refused: the right or scope of the schema that no post of the sender could give, `report:VERIFY`; else null.',
  })
  missing!: string | null;

  @Field(() => Int, {
    description:
      'How often the gateway refused the same to the same account within a minute, the entry being of the first time; 1 for everything else.',
  })
  times!: number;

  @Field(() => AuditedActor, { description: 'Who did it.' })
  actor!: AuditedActor;

  @Field(() => AuditedSubject, {
    nullable: true,
    description: 'What it was done to; null where there is nothing, or naming it would tell too much.',
  })
  subject!: AuditedSubject | null;
}

export const AuditEntryConnection = connectionOf(AuditTrailEntry, 'AuditEntry');

@InputType({ description: 'Which entries; what is left out does not matter.' })
export class AuditFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the report, agency, post, template or signing key to which it was done.',
  })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the post in which it was done.' })
  officerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of an agency that it concerns.' })
  agencyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the mutation or reading, as in `action`.' })
  action?: string | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'What came of it.' })
  outcome?: AuditOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day, in Jakarta.' })
  fromDay?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, in Jakarta.' })
  toDay?: string | null;
}
