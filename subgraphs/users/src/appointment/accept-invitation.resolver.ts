import { unauthenticated } from '@satu-pintu/service-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { AcceptInvitationCommand } from './accept-invitation.command.js';
import { AcceptInvitationInput, AcceptInvitationResult } from './accept-invitation.type.js';

@Resolver()
export class AcceptInvitationResolver {
  constructor(private readonly command: AcceptInvitationCommand) {}

  @Mutation(() => AcceptInvitationResult, {
    description:
      'Take up the post to which you were invited. Raises UNAUTHENTICATED unless you are signed in.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    if (viewer.accountId === null) throw unauthenticated();
    const outcome = await this.command.execute(input.code, viewer.accountId);
    return outcome.ok
      ? { __typename: 'AcceptInvitationSuccess', officer: { id: outcome.value } }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }
}
