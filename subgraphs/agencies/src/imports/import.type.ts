import { connectionOf } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ImportKindEnum, ImportStateEnum, RowOutcomeEnum } from './import.enums.js';
import type { ImportKind, ImportState } from './import-record.js';
import type { RowOutcome } from './row-outcome.js';

@ObjectType({ description: 'What became of one row of an import.' })
export class ImportRow {
  @Field(() => Int, {
    description: 'Row as a spreadsheet counts it, empty ones included; the heading is row 1.',
  })
  row!: number;

  @Field(() => RowOutcomeEnum, { description: 'What it does.' })
  outcome!: RowOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'Column that is meant by a refusal; null for the row as a whole, and unless it is REFUSED.',
  })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is refused, for programs: `CELL_IS_FORMULA`; null unless it is REFUSED.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The same for people, in the request's language; null unless it is REFUSED.",
  })
  message!: string | null;
}

export const ImportRowConnection = connectionOf(ImportRow, 'ImportRow');

@ObjectType({
  description:
    'A file of units or officers, carried out as a whole: every row is, or none. Kept for 30 days; ask again every second or two to see how far it is.',
})
export class Import {
  @Field(() => ID, { description: 'Id of the import.' })
  id!: string;

  @Field(() => ImportKindEnum, { description: 'What the file holds.' })
  kind!: ImportKind;

  @Field(() => Boolean, { description: 'True when it only says what it would do.' })
  isDryRun!: boolean;

  @Field(() => ImportStateEnum, { description: 'How far it is.' })
  state!: ImportState;

  @Field(() => Int, { description: 'Rows below the heading that hold something; 0 before it is RUNNING.' })
  rowsRead!: number;

  @Field(() => Int, { description: 'Rows that have been decided so far.' })
  rowsDone!: number;

  @Field(() => Int, { description: 'Rows that make something new; 0 before it is over.' })
  rowsCreated!: number;

  @Field(() => Int, { description: 'Rows that change something; 0 before it is over.' })
  rowsChanged!: number;

  @Field(() => Int, {
    description:
      'Things that are wrong with the file; 0 before it is over. A row may have several, and the heading counts.',
  })
  rowsRefused!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for; UTC.' })
  requestedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was begun; UTC. Null before.',
  })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over; UTC. Null before.' })
  endedAt!: Date | null;

  /** For `agency`. */
  agencyId!: string;
}
