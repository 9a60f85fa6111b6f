import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { MAX_BYTES } from '../inspection/limits.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { RequestUpload } from './request-upload.command.js';
import { RequestUploadInput, RequestUploadResult } from './request-upload.type.js';

@Resolver()
export class RequestUploadResolver {
  constructor(private readonly request: RequestUpload) {}

  @Mutation(() => RequestUploadResult, {
    description: 'Get an address for one file: a photograph or a document. An account is not needed.',
  })
  async requestUpload(
    @Arg('input') input: RequestUploadInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.request.execute(input, viewer);
    if (!outcome.ok) return presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
    const { id, path: address, expiresAt } = outcome.value;
    return { __typename: 'RequestUploadSuccess', upload: { id, address, expiresAt, maxBytes: MAX_BYTES } };
  }
}
