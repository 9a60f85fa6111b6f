import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { ConsentToOversight } from './consent-to-oversight.command.js';
import {
  ConsentToOversightInput,
  ConsentToOversightResult,
  DeclineOversightInput,
  DeclineOversightResult,
  WithdrawOversightConsentInput,
  WithdrawOversightConsentResult,
} from './consent.type.js';
import type { DeclineOversight } from './decline-oversight.command.js';
import type { WithdrawOversightConsent } from './withdraw-oversight-consent.command.js';

@Resolver()
export class OversightConsentResolver {
  constructor(
    private readonly consent: ConsentToOversight,
    private readonly decline: DeclineOversight,
    private readonly withdraw: WithdrawOversightConsent,
  ) {}

  @Mutation(() => ConsentToOversightResult, {
    description: 'The reporter lets the Ombudsman examine a report that was not settled.',
  })
  async consentToOversight(
    @Arg('input') input: ConsentToOversightInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.consent.execute(input, context.viewer);
    return presentOutcome('ConsentToOversightSuccess', outcome, context, input.accessCode);
  }

  @Mutation(() => DeclineOversightResult, {
    description: 'The reporter does not want to turn to the Ombudsman.',
  })
  async declineOversight(
    @Arg('input') input: DeclineOversightInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.decline.execute(input, context.viewer);
    return presentOutcome('DeclineOversightSuccess', outcome, context, input.accessCode);
  }

  @Mutation(() => WithdrawOversightConsentResult, {
    description: 'The reporter takes a consent back that the Ombudsman has not acted on.',
  })
  async withdrawOversightConsent(
    @Arg('input') input: WithdrawOversightConsentInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.withdraw.execute(input, context.viewer);
    return presentOutcome('WithdrawOversightConsentSuccess', outcome, context, input.accessCode);
  }
}
