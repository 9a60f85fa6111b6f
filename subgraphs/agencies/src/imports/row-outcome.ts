import type { CellRefusal } from '../spreadsheets/columns.js';

/** What a row does, or in a dry run would do. */
export const ROW_OUTCOMES = ['CREATE', 'CHANGE', 'UNCHANGED', 'REFUSED'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Why a row is refused: kind and details of a problem, without a word of the row itself. */
export type RowRefusal =
  CellRefusal | { readonly kind: string; readonly field?: string; readonly other?: number };

/** What became of one row. */
export type RowResult =
  | {
      readonly row: number;
      readonly outcome: Exclude<RowOutcome, 'REFUSED'>;
      /** The agency or officer that the row is about. */
      readonly subjectId: string;
    }
  | {
      readonly row: number;
      readonly outcome: 'REFUSED';
      /** Column that is meant; null for the row as a whole. */
      readonly column: string | null;
      readonly refusal: RowRefusal;
    };

/** What a row that was accepted comes to. */
export interface AcceptedRow {
  readonly outcome: Exclude<RowOutcome, 'REFUSED'>;
  readonly subjectId: string;
}
