import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { isUploader } from '../privacy/uploader.js';
import type { AcceptedAct } from '../report/act.js';
import {
  type AttachingRefusal,
  decideAttaching,
  type NamedAttachments,
  type NewAttachments,
} from './attach.rules.js';
import { lockNamedFiles } from './attachment.store.js';

/** Who attaches, and in which transaction. */
export interface Attaching {
  readonly tx: EntityManager;
  readonly viewer: Viewer;
  readonly now: Date;
}

/**
 * The files that a request names, locked until the transaction ends.
 * @param draftId draft that is being written anew: what hangs on it may stay
 */
export async function claimAttachments(
  named: NamedAttachments,
  { tx, viewer, now }: Attaching,
  draftId: string | null = null,
): Promise<Decision<NewAttachments, AttachingRefusal>> {
  const rows = await lockNamedFiles(tx, named.attachmentIds ?? [], draftId);
  const found = rows.map((row) => ({ ...row, isOwn: isUploader(viewer, row) }));
  return decideAttaching(named, found, now);
}

/** An act with the files that come with it; an act that is refused leaves them as they are. */
export async function withAttachments<Refused>(
  decision: Decision<AcceptedAct, Refused>,
  named: NamedAttachments,
  attaching: Attaching,
): Promise<Decision<AcceptedAct, Refused | AttachingRefusal>> {
  if (!decision.ok) return decision;
  const claimed = await claimAttachments(named, attaching);
  return claimed.ok ? accept({ ...decision.value, attachments: claimed.value }) : claimed;
}
