import { permit } from '@satu-pintu/authorization';
import type { Locale } from '@satu-pintu/domain-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import type { AgenciesContext } from '../context.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { AGENCIES_PROBLEM_TEXTS } from '../requests/problem-texts.js';
import type { ImportRecord } from './import-record.js';
import type { KeptRow } from './import.store.js';
import { Import, ImportRow } from './import.type.js';

/** An import for whoever may import for its agency; null for everybody else, as for one that never was. */
export async function presentImport(
  record: ImportRecord | null,
  context: AgenciesContext,
): Promise<Import | null> {
  const agency = record && (await context.loaders.agency.load({ id: record.agencyId }));
  if (!agency) return null;
  const place = { path: agency.path, housePath: agency.house_path };
  if (!permit('IMPORT', await viewerPosts(context), place)) return null;
  return Object.assign(new Import(), record);
}

export function presentImportRow({ row, outcome, column, refusal }: KeptRow, locale: Locale): ImportRow {
  const problem = refusal && presentProblem(refusal, AGENCIES_PROBLEM_TEXTS, locale);
  return Object.assign(new ImportRow(), {
    row,
    outcome,
    column,
    code: problem?.code ?? null,
    message: problem?.message ?? null,
  });
}
