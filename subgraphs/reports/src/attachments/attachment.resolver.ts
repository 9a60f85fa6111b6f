import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnswerDraft } from '../answers/answer-draft.type.js';
import { FollowUp } from '../follow-up/follow-up.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { Report } from '../report/report.type.js';
import { presentAttachments, presentDraftFile } from './attachment.presenter.js';
import { Attachment } from './attachment.type.js';
import type { DownloadAddresses } from './download-address.js';

@Resolver(() => Report)
export class ReportAttachmentsResolver {
  constructor(
    private readonly addresses: DownloadAddresses,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => [Attachment], {
    description:
      'What was filed with the report, at most five; the public sees what its verifier has published. Those of later lines are in `followUps`.',
  })
  async attachments(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<Attachment[]> {
    if (report.sight.attachments === 'NONE') return [];
    const rows = await loaders.filedWith.load(report.id);
    return presentAttachments(rows, report, { addresses: this.addresses, viewer, now: this.now() });
  }
}

@Resolver(() => FollowUp)
export class FollowUpAttachmentsResolver {
  constructor(
    private readonly addresses: DownloadAddresses,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => [Attachment], {
    description: 'What came with this line, at most five, as far as the viewer may see it.',
  })
  async attachments(
    @Root() { id, report }: FollowUp,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<Attachment[]> {
    if (report.sight.attachments === 'NONE') return [];
    const rows = await loaders.ofFollowUp.load(id);
    return presentAttachments(rows, report, { addresses: this.addresses, viewer, now: this.now() });
  }
}

@Resolver(() => AnswerDraft)
export class AnswerDraftAttachmentsResolver {
  constructor(
    private readonly addresses: DownloadAddresses,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => [Attachment], {
    description: 'What is to come with the answer, at most five; for whoever sees the draft.',
  })
  async attachments(
    @Root() { id }: AnswerDraft,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<Attachment[]> {
    const making = { addresses: this.addresses, viewer, now: this.now() };
    return (await loaders.ofDraft.load(id)).map((row) => presentDraftFile(row, making));
  }
}
