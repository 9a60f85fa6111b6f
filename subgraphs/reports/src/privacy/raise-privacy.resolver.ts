import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { LowerPrivacy } from './lower-privacy.command.js';
import { LowerPrivacyInput, LowerPrivacyResult } from './lower-privacy.type.js';
import type { RaisePrivacy } from './raise-privacy.command.js';
import { RaisePrivacyInput, RaisePrivacyResult } from './raise-privacy.type.js';

@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly raise: RaisePrivacy,
    private readonly lower: LowerPrivacy,
  ) {}

  @Mutation(() => RaisePrivacyResult, {
    description:
      'Make a report anonymous, secret or both, at any time; for the other way see `lowerPrivacy`.',
  })
  async raisePrivacy(
    @Arg('input') input: RaisePrivacyInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.raise.execute(input, context.viewer);
    return presentOutcome('RaisePrivacySuccess', outcome, context, input.accessCode);
  }

  @Mutation(() => LowerPrivacyResult, {
    description:
      'The reporter lifts the secrecy of a report; it is not public by that. Anonymous stays anonymous.',
  })
  async lowerPrivacy(
    @Arg('input') input: LowerPrivacyInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.lower.execute(input, context.viewer);
    return presentOutcome('LowerPrivacySuccess', outcome, context, input.accessCode);
  }
}
