import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { MAX_BYTES } from '../inspection/limits.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReportsContext } from '../report/reports-context.js';
import { decideAnnouncement } from './request-upload.rules.js';
import { RequestUploadInput, RequestUploadResult } from './request-upload.type.js';
import type { UploadAddresses } from './upload-address.js';

@Resolver()
export class RequestUploadResolver {
  constructor(
    private readonly addresses: UploadAddresses,
    private readonly now: () => Date,
  ) {}

  @Mutation(() => RequestUploadResult, {
    description: 'Get an address for one file: a photograph or a document. An account is not needed.',
  })
  requestUpload(@Arg('input') input: RequestUploadInput, @Ctx() { viewer }: ReportsContext): object {
    const announced = decideAnnouncement(input);
    if (!announced.ok) return presentProblem(announced.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
    const { id, path, expiresAt } = this.addresses.make(viewer, this.now());
    const upload = { id, address: path, expiresAt, maxBytes: MAX_BYTES };
    return { __typename: 'RequestUploadSuccess', upload };
  }
}
