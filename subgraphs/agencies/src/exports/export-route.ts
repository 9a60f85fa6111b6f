import { Readable } from 'node:stream';
import { permit } from '@satu-pintu/authorization';
import { presentProblem, type RouteAnswer, type SignedRoute } from '@satu-pintu/subgraph-kit';
import type { Viewer } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AgenciesContext } from '../context.js';
import type { ImportInvitations } from '../imports/import-invitations.js';
import { recordInvitationsTold } from '../imports/audited-import.js';
import { presentImport } from '../imports/import.presenter.js';
import { findImport } from '../imports/import.store.js';
import { invitationsSince } from '../imports/told-invitations.rules.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { AGENCIES_PROBLEM_TEXTS } from '../requests/problem-texts.js';
import { heldPosts, officerIdsOf } from '../requests/held-posts.query.js';
import { EXPORT_PREFIX, type ExportAddresses, type Wanted } from './export-address.js';
import { exportInvitations } from './export-invitations.query.js';
import { exportOfficers } from './export-officers.query.js';
import { exportUnits } from './export-units.query.js';

/** What tables are handed out with. */
export interface ExportParts {
  readonly database: DataSource;
  readonly addresses: ExportAddresses;
  readonly invitations: ImportInvitations;
  readonly createContext: (viewer: Viewer) => AgenciesContext;
  readonly now: () => Date;
}

/** What a saved table is called. */
const NAMES: Readonly<Record<Wanted['of'], string>> = {
  UNITS: 'instansi',
  OFFICERS: 'petugas',
  INVITATIONS: 'undangan',
};

/** Spreadsheets know by it that a table is UTF-8. */
const MARK = '\uFEFF';

/** Tables are fetched here, through the gateway. They are made while they leave, and lie nowhere. */
export function exportRoute(parts: ExportParts): SignedRoute {
  return {
    method: 'GET',
    prefix: EXPORT_PREFIX,
    async answer({ viewer, rest }) {
      const wanted = parts.addresses.read(rest, viewer, parts.now());
      const table = wanted && (await openTable(parts, wanted, parts.createContext(viewer)));
      if (!wanted || !table) return notFound(viewer);
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${NAMES[wanted.of]}.csv"`,
        'content-security-policy': "default-src 'none'; sandbox",
      };
      return { status: 200, headers, body: Readable.from(withMark(table), { objectMode: false }) };
    },
  };
}

/** Rights are judged anew: what was taken away since the address was made is not handed out any more. */
async function openTable(
  { database, invitations, now }: ExportParts,
  wanted: Wanted,
  context: AgenciesContext,
): Promise<AsyncIterable<string> | null> {
  const posts = await viewerPosts(context);
  if (wanted.of === 'INVITATIONS') {
    const record = await findImport(database.manager, wanted.importId);
    if (!record || !(await presentImport(record, context))) return null;
    const since = invitationsSince(record, officerIdsOf(context.viewer), now());
    if (!since) return null;
    const held = await inTransaction(database, async (tx) => {
      const present = await heldPosts(tx, context.viewer);
      await recordInvitationsTold({ tx, record, posts: present, now: now() });
      return present;
    });
    return exportInvitations(database, { importId: record.id, since, invitations }, held);
  }
  const agency = await context.loaders.agency.load({ id: wanted.agencyId });
  if (!agency || !permit('LIST_OFFICERS', posts, { path: agency.path, housePath: agency.house_path })) {
    return null;
  }
  return wanted.of === 'UNITS'
    ? exportUnits(database, agency.path)
    : exportOfficers(database, agency.path, posts);
}

async function* withMark(table: AsyncIterable<string>): AsyncGenerator<string> {
  yield MARK;
  for await (const records of table) if (records !== '') yield records;
}

function notFound({ locale }: Viewer): RouteAnswer {
  const { code, message } = presentProblem({ kind: 'ExportNotFound' }, AGENCIES_PROBLEM_TEXTS, locale);
  return { status: 404, body: { errors: [{ message, extensions: { code } }] } };
}
