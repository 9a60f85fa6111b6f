import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { FollowUp } from '../follow-up/follow-up.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { Report } from '../report/report.type.js';
import { presentAttachments } from './attachment.presenter.js';
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
