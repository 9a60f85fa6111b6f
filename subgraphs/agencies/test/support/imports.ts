import { setTimeout as pause } from 'node:timers/promises';
import { stableId, type Viewer } from '@satu-pintu/domain-kit';
import type { AgenciesUnderTest } from './running-agencies.js';

/** An import as the tests look at it. */
export interface SeenImport {
  readonly id: string;
  readonly state: string;
  readonly rowsRead: number;
  readonly rowsDone: number;
  readonly rowsCreated: number;
  readonly rowsChanged: number;
  readonly rowsRefused: number;
  readonly invitations: { readonly path: string } | null;
  readonly rows: { readonly nodes: readonly SeenRow[] };
}

/** A row as the tests look at it. */
export interface SeenRow {
  readonly row: number;
  readonly outcome: string;
  readonly column: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** What is asked for. */
export interface WantedImport {
  readonly kind: 'UNITS' | 'OFFICERS';
  readonly isDryRun?: boolean;
  readonly agencyCode?: string;
  readonly idempotencyKey?: string;
}

const REQUEST = `mutation ($input: RequestImportInput!) { requestImport(input: $input) {
  __typename ... on Problem { code }
  ... on RequestImportSuccess { import { id state } upload { address maxBytes } } } }`;

const SEE = `query ($id: ID!, $outcome: ImportRowOutcome) { import(id: $id) {
  id state rowsRead rowsDone rowsCreated rowsChanged rowsRefused invitations { path }
  rows(first: 100, outcome: $outcome) { nodes { row outcome column code message } } } }`;

/** What `requestImport` answers. */
export interface Requested {
  readonly __typename: string;
  readonly code?: string;
  readonly import?: { readonly id: string; readonly state: string };
  readonly upload?: { readonly address: string; readonly maxBytes: number };
}

export async function requestImport(
  { ask }: AgenciesUnderTest,
  { agencyCode = '32.73', isDryRun = false, ...wanted }: WantedImport,
  viewer: Viewer,
): Promise<Requested> {
  const input = { ...wanted, isDryRun, agencyId: stableId('agency', agencyCode) };
  const { data, errors } = await ask(REQUEST, { input }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data?.requestImport as Requested;
}

export async function seeImport(
  { ask }: AgenciesUnderTest,
  id: string,
  viewer: Viewer,
  outcome: string | null = null,
): Promise<SeenImport | null> {
  const { data, errors } = await ask(SEE, { id, outcome }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data?.import as SeenImport | null;
}

/** Asks for an import, sends its file and waits until it is over. */
export async function runImport(
  agencies: AgenciesUnderTest,
  wanted: WantedImport,
  csv: string | Buffer,
  viewer: Viewer,
): Promise<SeenImport> {
  const { import: opened, upload } = await requestImport(agencies, wanted, viewer);
  if (!opened || !upload) throw new Error('The import was not opened.');
  const sent = await agencies.carry('PUT', upload.address, viewer, csv);
  if (sent.status !== 202) throw new Error(`${String(sent.status)} ${await sent.text()}`);
  return overImport(agencies, opened.id, viewer);
}

async function overImport(agencies: AgenciesUnderTest, id: string, viewer: Viewer): Promise<SeenImport> {
  for (;;) {
    const seen = await seeImport(agencies, id, viewer);
    if (!seen) throw new Error('The import is not there.');
    if (['DONE', 'REFUSED', 'FAILED'].includes(seen.state)) return seen;
    await pause(50);
  }
}

/** Row, outcome, column and code of each row. */
export function toldRows({ rows }: SeenImport): readonly unknown[] {
  return rows.nodes.map(({ row, outcome, column, code }) =>
    outcome === 'REFUSED' ? [row, column, code] : [row, outcome],
  );
}
