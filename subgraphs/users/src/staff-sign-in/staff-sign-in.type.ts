import { Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql';
import { InvitationNotFound } from '../appointment/accept-invitation.type.js';
import { SignInWayNotOffered } from '../account/sign-up.result.js';
import { SecondFactorRequired, SignInSuccess } from '../session/session.result.js';

@InputType({ description: 'What the identity provider handed to the browser.' })
export class CompleteStaffSignInInput {
  @Field(() => String, { description: '`handle` of `staffSignInWay`, kept by the browser that began.' })
  handle!: string;

  @Field(() => String, { description: '`code` in the address to which the browser came back.' })
  code!: string;

  @Field(() => String, { description: '`state` in that address.' })
  state!: string;

  @Field(() => String, {
    nullable: true,
    description: '`iss` in that address, where the provider gives one.',
  })
  iss?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of an invitation, to take its post up with this sign-in; where the address has no account, one is made. ' +
      'Without it, only posts count that were taken up before.',
  })
  invitationCode?: string | null;
}

@ObjectType({ description: 'Send the browser to the provider.' })
class StaffSignInWay {
  @Field(() => String, { description: 'Address of the provider, for this sign-in alone.' })
  authorizationUrl!: string;

  @Field(() => String, {
    description:
      'Keep it in this browser (`sessionStorage`) for `completeStaffSignIn`; it is worth nothing by itself.',
  })
  handle!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when to come back (UTC): 5 minutes.' })
  expiresAt!: Date;
}

@ObjectType({
  implements: Problem,
  description:
    'The provider gives nothing for this code, or it is not the answer to this sign-in, came late or a second time. Begin again.',
})
class StaffSignInNotAccepted extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'The provider knows you, but no account with your verified address holds a post. Bring the code of your invitation.',
})
class NoPostHeld extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The provider does not answer; try again, or use your password.',
})
class ProviderUnavailable extends Problem {}

export const StaffSignInWayResult = resultUnion(
  'StaffSignInWayResult',
  'The way to the identity provider of staff.',
  [StaffSignInWay, SignInWayNotOffered, ProviderUnavailable],
);

export const CompleteStaffSignInResult = resultUnion(
  'CompleteStaffSignInResult',
  'Outcome of signing in as staff.',
  [
    SignInSuccess,
    SecondFactorRequired,
    StaffSignInNotAccepted,
    NoPostHeld,
    InvitationNotFound,
    ProviderUnavailable,
    SignInWayNotOffered,
  ],
);
