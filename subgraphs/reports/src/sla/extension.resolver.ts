import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { ExtendResolution } from './extend-resolution.command.js';
import { ExtendResolutionInput, ExtendResolutionResult } from './extension.type.js';

@Resolver()
export class ExtensionResolver {
  constructor(private readonly extend: ExtendResolution) {}

  @Mutation(() => ExtendResolutionResult, {
    description: 'Move the resolution deadline once, before it is over, with a reason for the reporter.',
  })
  async extendResolution(
    @Arg('input') input: ExtendResolutionInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    const outcome = await this.extend.execute(input, context.viewer);
    return presentOutcome('ExtendResolutionSuccess', outcome, context);
  }
}
