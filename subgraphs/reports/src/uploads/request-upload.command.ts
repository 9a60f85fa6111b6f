import { type AuditedDeed, recordAudit } from '@satu-pintu/audit';
import { accept, type Clock, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { type AnnouncedFile, type AnnouncementRefusal, decideAnnouncement } from './request-upload.rules.js';
import type { UploadAddress, UploadAddresses } from './upload-address.js';

/** That somebody did, on that day: neither who nor which file, since nothing else is kept of who sent it. */
const REQUESTED: AuditedDeed = {
  action: 'requestUpload',
  outcome: 'ACCEPTED',
  code: null,
  actor: { kind: 'SOMEBODY' },
  subject: null,
  agencyIds: [],
};

/** Gives an address for one file. */
export class RequestUpload {
  constructor(
    private readonly database: DataSource,
    private readonly addresses: UploadAddresses,
    private readonly clock: Clock,
  ) {}

  async execute(file: AnnouncedFile, viewer: Viewer): Promise<Decision<UploadAddress, AnnouncementRefusal>> {
    const announced = decideAnnouncement(file);
    if (!announced.ok) return announced;
    const now = this.clock.now();
    await recordAudit(this.database.manager, now, REQUESTED);
    return accept(this.addresses.make(viewer, now));
  }
}
