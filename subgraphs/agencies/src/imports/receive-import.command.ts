import type { Readable } from 'node:stream';
import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { inTransaction, type Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { type ImportAddresses, MAX_BYTES } from './import-address.js';
import { takeFileIn } from './import.store.js';

/** Files on their way in at once: each lies in memory until it is whole. */
const MOST_ARRIVING = 4;
/** Files that wait for their turn. */
const MOST_WAITING = 50;

/** What files of imports are taken in with. */
export interface ReceivingParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly addresses: ImportAddresses;
  /** Hears that there is one. */
  readonly wake: () => void;
}

export interface ReceivingRefusal {
  readonly kind:
    'UploadNotFound' | 'UploadExpired' | 'UploadUsed' | 'UploadBrokenOff' | 'UploadsBusy' | 'FileTooLarge';
}

/** Takes in the file of an import, which is carried out afterwards. */
export class ReceiveImport {
  private arriving = 0;

  constructor(private readonly parts: ReceivingParts) {}

  async execute(sealed: string, body: Readable): Promise<Decision<{ id: string }, ReceivingRefusal>> {
    const { addresses, clock, wake } = this.parts;
    const expected = addresses.read(sealed);
    if (!expected) return refuse({ kind: 'UploadNotFound' });
    if (expected.expiresAt <= clock.now().getTime()) return refuse({ kind: 'UploadExpired' });
    if (this.arriving >= MOST_ARRIVING) return refuse({ kind: 'UploadsBusy' });
    this.arriving += 1;
    try {
      const content = await this.receive(body);
      if (!content.ok) return content;
      const kept = await this.keep(expected.id, content.value);
      if (kept.ok) wake();
      return kept;
    } finally {
      this.arriving -= 1;
    }
  }

  private async receive(body: Readable): Promise<Decision<Buffer, ReceivingRefusal>> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      // A request that is destroyed takes its connection along, and with it the answer that says why.
      for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > MAX_BYTES) return refuse({ kind: 'FileTooLarge' });
        chunks.push(chunk);
      }
      return accept(Buffer.concat(chunks));
    } catch (error) {
      this.parts.logger.info({ err: error }, 'the file of an import broke off');
      return refuse({ kind: 'UploadBrokenOff' });
    } finally {
      body.resume();
    }
  }

  private async keep(id: string, content: Buffer): Promise<Decision<{ id: string }, ReceivingRefusal>> {
    const taken = await inTransaction(this.parts.database, async (tx) => {
      await tx.query(`set local statement_timeout = '30s'`);
      return takeFileIn(tx, id, content, MOST_WAITING);
    });
    if (taken === 'TAKEN') return accept({ id });
    return refuse({ kind: taken === 'USED' ? 'UploadUsed' : 'UploadsBusy' });
  }
}
