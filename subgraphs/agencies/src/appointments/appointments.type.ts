import type { OfficerRole } from '@satu-pintu/domain-kit';
import {
  AgencyNotFound,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  Problem,
  resultUnion,
  OfficerRoleEnum,
} from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Officer } from '../officers/officer.type.js';
import { KeyedInput } from '../requests/mutation.type.js';

@ObjectType({ implements: Problem, description: 'There is no such post now, or none that you may know of.' })
class OfficerNotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'Such a post exists at the national desk only.' })
class RoleUnfit extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'Nobody else runs the agency, and it holds open reports: name the agency that takes them over (`nextHolderId`), or appoint somebody first.',
})
class LastAdmin extends Problem {
  @Field(() => Int, { description: 'Open reports that the agency holds.' })
  openReports!: number;
}

@ObjectType({ description: 'How somebody takes up a post: sign in, then `acceptInvitation` with the code.' })
class Invitation {
  @Field(() => String, { description: 'Works once. It is told here and now, and never again.' })
  code!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when it works; UTC.' })
  expiresAt!: Date;
}

@ObjectType()
abstract class OfficerMutationSuccess {
  @Field(() => Officer, { description: 'The post afterwards.' })
  officer!: Officer;
}

@ObjectType()
abstract class InvitingSuccess extends OfficerMutationSuccess {
  @Field(() => Invitation, {
    nullable: true,
    description: 'For you to hand over; null when the same request (idempotencyKey) was carried out before.',
  })
  invitation!: Invitation | null;
}

type ResultMember = new () => object;

function postResult(
  name: string,
  description: string,
  success: ResultMember,
  ...own: ResultMember[]
): object {
  const ofAnyAct = [NotAllowed, InvalidInput, IdempotencyConflict];
  return resultUnion(name, description, [success, ...own, ...ofAnyAct]);
}

@InputType({ description: 'A post for somebody, from now on.' })
export class AppointOfficerInput extends KeyedInput {
  @Field(() => ID, { description: 'Agency in which the post is held.' })
  agencyId!: string;

  @Field(() => OfficerRoleEnum, {
    description: 'What the officer is to do; nobody gives more than they have.',
  })
  role!: OfficerRole;

  @Field(() => String, { description: 'Name of the person, 2 to 120 characters; for colleagues only.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Title of the post, up to 150 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address at work.' })
  workEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone at work: digits, spaces, brackets and dashes, 5 to 25 characters.',
  })
  workPhone?: string | null;
}

@ObjectType({ description: 'The post is there, and waits for the person to take it up.' })
class AppointOfficerSuccess extends InvitingSuccess {}

export const AppointOfficerResult = postResult(
  'AppointOfficerResult',
  'Outcome of appointing an officer.',
  AppointOfficerSuccess,
  AgencyNotFound,
  RoleUnfit,
);

@InputType({ description: 'A new invitation to a post that has not been taken up.' })
export class RenewInvitationInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the post.' })
  officerId!: string;
}

@ObjectType({
  implements: Problem,
  description:
    'Somebody has accepted the invitation and holds the post: end it, and appoint whoever comes next.',
})
class PostTakenUp extends Problem {}

@ObjectType({ description: 'The code from before no longer works.' })
class RenewInvitationSuccess extends InvitingSuccess {}

export const RenewInvitationResult = postResult(
  'RenewInvitationResult',
  'Outcome of inviting an officer again.',
  RenewInvitationSuccess,
  OfficerNotFound,
  PostTakenUp,
);

@InputType({ description: 'An officer who has lost the second factor: the app and the recovery codes.' })
export class ResetSecondFactorInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the post. Make sure first, and not by e-mail, who is asking you.' })
  officerId!: string;
}

@ObjectType({
  description:
    'Within seconds the sessions of whoever holds the post end, and app, recovery codes and passkeys count no more; a new ' +
    'app is set up after the next sign-in. Whoever holds several posts keeps them until those who look after each have ' +
    'said so within a day. The officer is told by e-mail.',
})
class ResetSecondFactorSuccess extends OfficerMutationSuccess {}

@ObjectType({
  implements: Problem,
  description: 'It is your own post: somebody else who manages it has to do this.',
})
class OwnPost extends Problem {}

export const ResetSecondFactorResult = postResult(
  'ResetSecondFactorResult',
  'Outcome of taking the second factor of an officer away.',
  ResetSecondFactorSuccess,
  OfficerNotFound,
  OwnPost,
);

@InputType({ description: 'What is to be different about a post; what is left out stays.' })
export class UpdateOfficerInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the post.' })
  officerId!: string;

  @Field(() => OfficerRoleEnum, { nullable: true, description: 'What the officer is to do from now on.' })
  role?: OfficerRole;

  @Field(() => String, { nullable: true, description: 'Name of the person, 2 to 120 characters.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Title of the post; null takes it away.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address at work; null takes it away.' })
  workEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone at work; null takes it away.' })
  workPhone?: string | null;
}

@ObjectType({ description: 'The post is as you said.' })
class UpdateOfficerSuccess extends OfficerMutationSuccess {}

export const UpdateOfficerResult = postResult(
  'UpdateOfficerResult',
  'Outcome of changing a post.',
  UpdateOfficerSuccess,
  OfficerNotFound,
  RoleUnfit,
  LastAdmin,
);

@InputType({ description: 'The same post in another agency; you need rights over both.' })
export class TransferOfficerInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the post.' })
  officerId!: string;

  @Field(() => ID, { description: 'Agency in which it is to be held.' })
  agencyId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Agency that takes over the open reports, when nobody else runs the one that is left.',
  })
  nextHolderId?: string | null;
}

@ObjectType({ description: 'The post is held in the other agency.' })
class TransferOfficerSuccess extends OfficerMutationSuccess {}

export const TransferOfficerResult = postResult(
  'TransferOfficerResult',
  'Outcome of transferring an officer.',
  TransferOfficerSuccess,
  OfficerNotFound,
  AgencyNotFound,
  RoleUnfit,
  LastAdmin,
);

@InputType({ description: 'The end of a post, now.' })
export class EndAppointmentInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the post.' })
  officerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Agency that takes over the open reports, when nobody else runs the one that is left.',
  })
  nextHolderId?: string | null;
}

@ObjectType({ description: 'The post has ended.' })
class EndAppointmentSuccess extends OfficerMutationSuccess {}

export const EndAppointmentResult = postResult(
  'EndAppointmentResult',
  'Outcome of ending an appointment.',
  EndAppointmentSuccess,
  OfficerNotFound,
  LastAdmin,
);
