import type { Decision } from '@satu-pintu/domain-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AgenciesContext } from '../context.js';
import { presentOfficer } from '../officers/officer.presenter.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { AGENCIES_PROBLEM_TEXTS } from '../requests/problem-texts.js';
import type { AppointOfficer } from './appoint-officer.command.js';
import {
  AppointOfficerInput,
  AppointOfficerResult,
  EndAppointmentInput,
  EndAppointmentResult,
  RenewInvitationInput,
  RenewInvitationResult,
  ResetSecondFactorInput,
  ResetSecondFactorResult,
  TransferOfficerInput,
  TransferOfficerResult,
  UpdateOfficerInput,
  UpdateOfficerResult,
} from './appointments.type.js';
import type { ChangedPost } from './change-posts.js';
import type { EndAppointment } from './end-appointment.command.js';
import type { RenewInvitation } from './renew-invitation.command.js';
import type { ResetSecondFactor } from './reset-second-factor.command.js';
import type { TransferOfficer } from './transfer-officer.command.js';
import type { UpdateOfficer } from './update-officer.command.js';

/** One command for each change of a post. */
export interface PostCommands {
  readonly appoint: AppointOfficer;
  readonly renew: RenewInvitation;
  readonly update: UpdateOfficer;
  readonly transfer: TransferOfficer;
  readonly end: EndAppointment;
  readonly resetSecondFactor: ResetSecondFactor;
}

@Resolver()
export class AppointmentsResolver {
  constructor(private readonly commands: PostCommands) {}

  @Mutation(() => AppointOfficerResult, {
    description: 'Give somebody a post and invite them to take it up.',
  })
  async appointOfficer(
    @Arg('input', () => AppointOfficerInput) input: AppointOfficerInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const { title = null, workEmail = null, workPhone = null, ...rest } = input;
    const request = { ...rest, title, workEmail, workPhone };
    const outcome = await this.commands.appoint.execute(request, context.viewer);
    return presentPost('AppointOfficerSuccess', outcome, context);
  }

  @Mutation(() => RenewInvitationResult, { description: 'Invite somebody again to a post not yet taken up.' })
  async renewInvitation(
    @Arg('input', () => RenewInvitationInput) input: RenewInvitationInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.renew.execute(input, context.viewer);
    return presentPost('RenewInvitationSuccess', outcome, context);
  }

  @Mutation(() => UpdateOfficerResult, { description: 'Change a post, or what is known of who holds it.' })
  async updateOfficer(
    @Arg('input', () => UpdateOfficerInput) input: UpdateOfficerInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.update.execute(input, context.viewer);
    return presentPost('UpdateOfficerSuccess', outcome, context);
  }

  @Mutation(() => TransferOfficerResult, {
    description: 'Take a post, with who holds it, to another agency.',
  })
  async transferOfficer(
    @Arg('input', () => TransferOfficerInput) input: TransferOfficerInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.transfer.execute(input, context.viewer);
    return presentPost('TransferOfficerSuccess', outcome, context);
  }

  @Mutation(() => EndAppointmentResult, { description: 'End a post.' })
  async endAppointment(
    @Arg('input', () => EndAppointmentInput) input: EndAppointmentInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.end.execute(input, context.viewer);
    return presentPost('EndAppointmentSuccess', outcome, context);
  }

  @Mutation(() => ResetSecondFactorResult, {
    description:
      'Let an officer set the second factor up anew who has lost it. Whoever may change the post may do so, and nobody for ' +
      'themselves.',
  })
  async resetSecondFactor(
    @Arg('input', () => ResetSecondFactorInput) input: ResetSecondFactorInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.resetSecondFactor.execute(input, context.viewer);
    return presentPost('ResetSecondFactorSuccess', outcome, context);
  }
}

async function presentPost(
  successName: string,
  outcome: Decision<ChangedPost, { readonly kind: string }>,
  context: AgenciesContext,
): Promise<object> {
  if (!outcome.ok) return presentProblem(outcome.refusal, AGENCIES_PROBLEM_TEXTS, context.viewer.locale);
  const { officerId, invitation } = outcome.value;
  const row = await context.loaders.officer.load(officerId);
  if (!row) throw new Error(`Post ${officerId} was changed and is not there.`);
  return { __typename: successName, officer: presentOfficer(row, await viewerPosts(context)), invitation };
}
