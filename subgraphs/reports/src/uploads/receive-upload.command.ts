import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { FileStore } from '../files/file-store.js';
import type { Inspector } from '../inspection/inspector.js';
import type { CleanedFile, FileRefusal } from '../inspection/verdict.js';
import { type Cell, fingerprintOf, type Quarantine, TooLong } from './quarantine.js';
import type { Turns } from './turns.js';
import type { ExpectedFile, UploadAddresses } from './upload-address.js';
import { beginUpload, finishUpload, forgetUpload, refuseUpload } from './upload.store.js';

/** Bytes that files may take together before they are attached: strangers must not fill the disk. */
const ROOM = 5 * 2 ** 30;

/** What taking files in is made with. */
export interface UploadParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly addresses: UploadAddresses;
  readonly quarantine: Quarantine;
  readonly inspector: Inspector;
  readonly files: FileStore;
  /** Inspections take a processor each. */
  readonly turns: Turns;
}

/** A file that can be attached. */
export interface ReceivedFile extends CleanedFile {
  readonly id: string;
  readonly bytes: number;
}

export type UploadRefusal =
  | { readonly kind: 'UploadNotFound' }
  | { readonly kind: 'UploadExpired' }
  | { readonly kind: 'UploadUsed' }
  | { readonly kind: 'UploadBrokenOff' }
  | { readonly kind: 'UploadsBusy' }
  | { readonly kind: FileRefusal };

/** Takes one file in at an address, looks into it, and keeps what was made anew of it. */
export class ReceiveUpload {
  constructor(private readonly parts: UploadParts) {}

  async execute(sealed: string, body: Readable): Promise<Decision<ReceivedFile, UploadRefusal>> {
    const { addresses, clock, database, turns } = this.parts;
    const expected = addresses.read(sealed);
    if (!expected) return refuse({ kind: 'UploadNotFound' });
    if (expected.expiresAt <= clock.now().getTime()) return refuse({ kind: 'UploadExpired' });
    if (turns.isFull) return refuse({ kind: 'UploadsBusy' });
    const arriving = { id: expected.id, fileKey: randomUUID(), uploaderTag: tagOf(expected) };
    const begun = await beginUpload(database.manager, arriving, ROOM, clock.now());
    if (begun === 'USED') return refuse({ kind: 'UploadUsed' });
    if (begun === 'FULL') return refuse({ kind: 'UploadsBusy' });
    try {
      return await this.takeIn(arriving, body);
    } catch (error) {
      await forgetUpload(database.manager, arriving.id);
      throw error;
    } finally {
      await this.parts.quarantine.empty(arriving.fileKey);
    }
  }

  private async takeIn(
    { id, fileKey }: { readonly id: string; readonly fileKey: string },
    body: Readable,
  ): Promise<Decision<ReceivedFile, UploadRefusal>> {
    const { manager } = this.parts.database;
    const received = await this.receive(fileKey, body);
    if (!received.ok) {
      if (received.refusal.kind === 'UploadBrokenOff') await forgetUpload(manager, id);
      else await refuseUpload(manager, id);
      return received;
    }
    const { sent, cleaned } = received.value;
    const verdict = await this.parts.turns.take(() => this.parts.inspector.inspect(sent, cleaned));
    if (!verdict.ok) {
      await refuseUpload(manager, id);
      return refuse({ kind: verdict.refusal });
    }
    const print = await fingerprintOf(cleaned);
    await this.parts.files.put(fileKey, cleaned);
    await finishUpload(manager, id, { ...verdict.value, ...print });
    return accept({ id, ...verdict.value, bytes: print.bytes });
  }

  private async receive(fileKey: string, body: Readable): Promise<Decision<Cell, UploadRefusal>> {
    try {
      return accept(await this.parts.quarantine.receive(fileKey, body));
    } catch (error) {
      if (error instanceof TooLong) return refuse({ kind: 'FileTooLarge' });
      this.parts.logger.info({ err: error }, 'an upload broke off');
      return refuse({ kind: 'UploadBrokenOff' });
    }
  }
}

function tagOf({ uploaderTag }: ExpectedFile): Buffer | null {
  return uploaderTag === null ? null : Buffer.from(uploaderTag, 'base64url');
}
