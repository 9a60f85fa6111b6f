import { randomUUID } from 'node:crypto';
import { permit } from '@satu-pintu/authorization';
import { accept, type Decision, refuse, type Viewer } from '@satu-pintu/domain-kit';
import { findEmployer } from '../appointments/office.query.js';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import { carryOutOnce, type RequestParts, type RequestRefusal } from '../requests/carry-out-once.js';
import type { ImportKind } from './import-record.js';
import { openImport } from './import.store.js';

/** What the officer sends. */
export interface RequestImportRequest extends KeyedRequest {
  readonly agencyId: string;
  readonly kind: ImportKind;
  readonly isDryRun: boolean;
}

export type ImportRefusal = { readonly kind: 'AgencyNotFound' } | { readonly kind: 'NotAllowed' };

/** Opens an import for whoever may do so for the agency; it is carried out when its file is here. */
export class RequestImport {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: RequestImportRequest,
    viewer: Viewer,
  ): Promise<Decision<string, ImportRefusal | RequestRefusal>> {
    const { agencyId, kind, isDryRun } = request;
    return carryOutOnce(this.parts, 'requestImport', request, viewer, {
      async change({ tx, posts, now }): Promise<Decision<string, ImportRefusal>> {
        const agency = await findEmployer(tx, agencyId);
        if (!agency) return refuse({ kind: 'AgencyNotFound' });
        if (!permit('IMPORT', posts, agency)) return refuse({ kind: 'NotAllowed' });
        const id = randomUUID();
        const postIds = posts.map(({ officerId }) => officerId);
        const opened = { id, kind, agencyId, isDryRun, postIds, requestedAt: now };
        await openImport(tx, { ...opened, startedAt: null, endedAt: null });
        return accept(id);
      },
      subjectOf: (importId) => importId,
      again: (importId) => importId,
    });
  }
}
