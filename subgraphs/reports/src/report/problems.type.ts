import { Problem, ReportStateEnum } from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { OversightPrerequisiteEnum, OversightStageEnum } from '../oversight/oversight.enums.js';
import type { OversightPrerequisite } from '../oversight/prerequisites.rules.js';
import { PublicationEnum } from './report.enums.js';
import type { OversightStage, Publication, ReportState } from './report-state.js';

export { AgencyNotFound } from '@satu-pintu/subgraph-kit';

@ObjectType({ implements: Problem, description: 'There is no such report, or none that you may see.' })
export class ReportNotFound extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The report is in a state in which this cannot be done (any more).',
})
export class ReportNotInState extends Problem {
  @Field(() => ReportStateEnum, { description: 'The state it is in.' })
  state!: ReportState;
}

@ObjectType({
  implements: Problem,
  description:
    'Somebody has done something to the report since you read it: read it again, then decide anew.',
})
export class VersionConflict extends Problem {
  @Field(() => String, { description: 'The version it has now.' })
  version!: string;

  @Field(() => ReportStateEnum, { description: 'The state it is in now.' })
  state!: ReportState;
}

@ObjectType({
  implements: Problem,
  description: 'You may send reports only within the house that you manage.',
})
export class AgencyOutOfReach extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'One of the files is not there to be attached or published: it never came, was refused, is over a day old, hangs elsewhere, or is not yours.',
})
export class AttachmentNotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'There is no such topic in use, or it has topics below it.' })
export class CategoryNotFound extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'This agency has sent the report back; only the national desk may insist.',
})
export class AgencyHasReturnedIt extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'After this many returns only the national desk decides, bindingly.',
})
export class NeedsNationalDesk extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The agency has asked the reporter as often as it may; the report must be answered.',
})
export class QuestionsUsedUp extends Problem {
  @Field(() => Int, { description: 'How often it may ask in the life of a report.' })
  allowed!: number;
}

@ObjectType({
  implements: Problem,
  description:
    'The reporter was asked to complete the report as often as the rules allow; it is to be verified or archived.',
})
export class CompletionRequestsUsedUp extends Problem {
  @Field(() => Int, { description: 'How often a report may be sent back for completion.' })
  allowed!: number;
}

@ObjectType({ implements: Problem, description: 'A binding disposition cannot be returned.' })
export class DispositionIsBinding extends Problem {}

@ObjectType({ implements: Problem, description: 'The days in which a report may be returned are over.' })
export class ReturnWindowOver extends Problem {}

@ObjectType({ implements: Problem, description: 'A report on which work has begun cannot be returned.' })
export class AlreadyFollowedUp extends Problem {}

@ObjectType({ implements: Problem, description: 'The reporter has appealed as often as the rules allow.' })
export class NoAppealLeft extends Problem {}

@ObjectType({ implements: Problem, description: 'The days in which archiving may be appealed are over.' })
export class AppealWindowOver extends Problem {}

@ObjectType({ implements: Problem, description: 'The reporter has reopened it as often as the rules allow.' })
export class NoReopeningLeft extends Problem {}

@ObjectType({ implements: Problem, description: 'The days in which its reporter may reopen it are over.' })
export class ReopenWindowOver extends Problem {}

@ObjectType({ implements: Problem, description: 'This does not fit how public the report is.' })
export class PublicationUnfit extends Problem {
  @Field(() => PublicationEnum, { description: 'How public it is.' })
  publication!: Publication;
}

@ObjectType({ implements: Problem, description: 'The report is not secret.' })
export class NotSecret extends Problem {}

@ObjectType({ implements: Problem, description: 'The report is as private as asked already.' })
export class AlreadyPrivate extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The national desk holds the report: there is nobody above.',
})
export class NobodyAbove extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'This cannot be done at the stage at which the report is on its way to the Ombudsman.',
})
export class NotAtOversightStage extends Problem {
  @Field(() => OversightStageEnum, {
    nullable: true,
    description: 'The stage it is at, as far as you may know it; null while the way is not open.',
  })
  stage!: OversightStage | null;
}

@ObjectType({ implements: Problem, description: 'Something that the law asks for is missing.' })
export class OversightPrerequisitesUnmet extends Problem {
  @Field(() => [OversightPrerequisiteEnum], {
    description: 'What is missing; `OversightCase.prerequisites` explains each.',
  })
  unmet!: OversightPrerequisite[];
}

@ObjectType({
  implements: Problem,
  description: 'The report was late; only the national desk may still move its deadline later.',
})
export class LaterNeedsNationalDesk extends Problem {}

@ObjectType({ implements: Problem, description: 'The deadline was extended as often as the rules allow.' })
export class ExtensionsUsedUp extends Problem {}

@ObjectType({ implements: Problem, description: 'A deadline that was missed cannot be extended.' })
export class DeadlineIsOver extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'A deadline would lie in a year whose holidays are not decreed yet.',
})
export class CalendarNotLoaded extends Problem {
  @Field(() => Int, { description: 'The year that is missing.' })
  year!: number;
}
