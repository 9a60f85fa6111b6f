import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { RaisePrivacy } from './raise-privacy.command.js';
import { RaisePrivacyInput, RaisePrivacyResult } from './raise-privacy.type.js';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly raise: RaisePrivacy) {}

  @Mutation(() => RaisePrivacyResult, {
    description: 'Make a report anonymous, secret or both, at any time; never the other way round.',
  })
  async raisePrivacy(
    @Arg('input') input: RaisePrivacyInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.raise.execute(input, context.viewer);
    return presentOutcome('RaisePrivacySuccess', outcome, context, input.accessCode);
  }
}
