/** What a file holds. */
export const IMPORT_KINDS = ['UNITS', 'OFFICERS'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How far an import is. */
export const IMPORT_STATES = ['AWAITING_FILE', 'WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** An import as the statements of this folder return it. */
export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportKind;
  readonly agencyId: string;
  readonly isDryRun: boolean;
  readonly state: ImportState;
  readonly postIds: readonly string[];
  readonly rowsRead: number;
  readonly rowsDone: number;
  readonly rowsCreated: number;
  readonly rowsChanged: number;
  readonly rowsRefused: number;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
