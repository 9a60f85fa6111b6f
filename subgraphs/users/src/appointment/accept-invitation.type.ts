import { Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Officer } from '../stubs.type.js';

@InputType({ description: 'The code of an invitation, as the agency handed it over.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'Works once, until it expires.' })
  code!: string;
}

@ObjectType({
  description: 'The post is yours. Refresh your session to work in it, once it has a second factor.',
})
class AcceptInvitationSuccess {
  @Field(() => Officer, { description: 'The post.' })
  officer!: Officer;
}

@ObjectType({
  implements: Problem,
  description: 'The code is unknown, was used, or is no longer valid: ask the agency for a new one.',
})
export class InvitationNotFound extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'Show first that the address of your account is yours: `verifyEmail`. Only asked where e-mails are sent.',
})
class EmailNotVerified extends Problem {}

export const AcceptInvitationResult = resultUnion('AcceptInvitationResult', 'Outcome of taking up a post.', [
  AcceptInvitationSuccess,
  InvitationNotFound,
  EmailNotVerified,
]);
