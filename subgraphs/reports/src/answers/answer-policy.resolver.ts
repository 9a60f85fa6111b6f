import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { belongsTo } from '../hierarchy/standing.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import { AgencyReference } from '../report/references.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { AnswerPolicy, SetAnswerPolicyInput, SetAnswerPolicyResult } from './answer-policy.type.js';
import type { SetAnswerPolicy } from './set-answer-policy.command.js';

@Resolver(() => AgencyReference)
export class AnswerPolicyResolver {
  constructor(private readonly set: SetAnswerPolicy) {}

  @FieldResolver(() => AnswerPolicy, {
    nullable: true,
    description: 'How it answers reports; null for whoever neither works there nor manages it.',
  })
  async answerPolicy(
    @Root() { id }: AgencyReference,
    @Ctx() { door, loaders }: ReportsContext,
  ): Promise<AnswerPolicy | null> {
    const posts = await door.posts();
    const agency = posts.length > 0 ? await loaders.agencies.load(id) : null;
    if (!agency || !belongsTo(posts, agency)) return null;
    const policy = await loaders.answerPolicies.load(id);
    return {
      requiresApproval: policy?.requiresApproval ?? false,
      decidedBy: policy && { id: policy.decidedBy },
    };
  }

  @Mutation(() => SetAnswerPolicyResult, {
    description:
      'Decide whether answers of an agency need approval; the nearest decision upwards in a house holds.',
  })
  async setAnswerPolicy(
    @Arg('input') input: SetAnswerPolicyInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.set.execute(input, viewer);
    if (!outcome.ok) return presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
    return { __typename: 'SetAnswerPolicySuccess', agency: { id: outcome.value } };
  }
}
