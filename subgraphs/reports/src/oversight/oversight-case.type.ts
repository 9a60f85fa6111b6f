import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { OversightFinding, OversightStage } from '../report/report-state.js';
import { OversightFindingEnum, OversightPrerequisiteEnum, OversightStageEnum } from './oversight.enums.js';
import type { OversightPrerequisite as PrerequisiteCode } from './prerequisites.rules.js';

@ObjectType({ description: 'One thing that the law asks for, and whether it is there.' })
export class OversightPrerequisite {
  @Field(() => OversightPrerequisiteEnum, { description: 'What is asked for.' })
  code!: PrerequisiteCode;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is there; null where the reporter says it with the consent.',
  })
  isMet!: boolean | null;

  @Field(() => String, { description: 'Why, and what can be done about it; Indonesian or English.' })
  explanation!: string;
}

@ObjectType({ description: 'What the reporter is asked to agree to.' })
export class OversightConsentText {
  @Field(() => ID, { description: 'Name it in `consentToOversight`: this is what was read.' })
  version!: string;

  @Field(() => String, { description: 'The words, Indonesian or English.' })
  text!: string;
}

@ObjectType({ description: 'What the reporter has agreed to.' })
export class OversightConsent {
  @Field(() => ID, { description: 'Which text they had read.' })
  textVersion!: string;

  @Field(() => Boolean, { description: 'Whether the Ombudsman may learn who reported.' })
  revealsIdentity!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the Ombudsman is to keep the name from the reported agency (UU 37/2008 art. 24).',
  })
  keepsNameSecret!: boolean;

  @Field(() => GraphQLISODateTime, {
    description: 'UTC. Of an anonymous report whose reporter stays unknown the Ombudsman sees only the day.',
  })
  givenAt!: Date;
}

@ObjectType({ description: 'What the Ombudsman found (LAHP).' })
export class OversightOutcome {
  @Field(() => OversightFindingEnum, { description: 'What it comes to.' })
  finding!: OversightFinding;

  @Field(() => String, { description: 'What was found.' })
  summary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the agency is to do; null unless maladministration was found.',
  })
  correctiveAction!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when (calendar day, Jakarta); null unless maladministration was found.',
  })
  correctiveActionDueDate!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  concludedAt!: Date;
}

@ObjectType({ description: 'The way of a report to the Ombudsman, as far as the viewer may know it.' })
export class OversightCase {
  @Field(() => OversightStageEnum, {
    description:
      'How far it is. Before the case is taken the office reads ELIGIBLE whatever the reporter decides, and so does the Ombudsman before there is a consent.',
  })
  stage!: OversightStage;

  @Field(() => [OversightPrerequisite], {
    description:
      'What the law asks for; for the reporter, and with their consent the Ombudsman. Empty for others.',
  })
  prerequisites!: OversightPrerequisite[];

  @Field(() => OversightConsentText, {
    nullable: true,
    description: 'What the reporter would agree to now; for the reporter alone.',
  })
  consentText!: OversightConsentText | null;

  @Field(() => OversightConsent, {
    nullable: true,
    description: 'The consent in force; for the reporter and the Ombudsman. Null while there is none.',
  })
  consent!: OversightConsent | null;

  @Field(() => String, {
    nullable: true,
    description: "The Ombudsman's own number of the case; null until it is taken.",
  })
  caseNumber!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the Ombudsman took the case (UTC); null until then.',
  })
  transferredAt!: Date | null;

  @Field(() => OversightOutcome, {
    nullable: true,
    description: 'What was found; null until it is concluded.',
  })
  outcome!: OversightOutcome | null;
}
