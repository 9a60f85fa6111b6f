/** What a file holds. */
export type ImportKind = 'UNITS' | 'OFFICERS';

/** How far an import is. */
export type ImportState = 'AWAITING_FILE' | 'WAITING' | 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';

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
