import type { Sealer } from '@satu-pintu/service-kit';
import { connectionOf, type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { presentOutcome } from '../report/report-mutation.js';
import type { ReportsContext } from '../report/reports-context.js';
import { Report } from '../report/report.type.js';
import type { AddNote } from './add-note.command.js';
import { noteReachOf } from './note.rules.js';
import { loadNotePage, type NoteRow } from './note.store.js';
import { AddNoteInput, AddNoteResult, Note } from './note.type.js';

const NoteConnection = connectionOf(Note, 'Note');

/** Place among the notes about one report. */
export interface NoteKey {
  readonly seq: number;
}

@Resolver(() => Report)
export class NoteResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<NoteKey>,
    private readonly add: AddNote,
  ) {}

  @FieldResolver(() => NoteConnection, {
    description:
      'What officers wrote about it to one another, newest first, as far as the viewer may read it: of the own agency, of those managed or monitored, and from above in the own house. Empty for the reporter and the public.',
  })
  async notes(
    @Root() { row, standing }: Report,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { door }: ReportsContext,
  ): Promise<Page<Note>> {
    const { limit, after } = readPageArgs(args, this.cursors);
    const reach = noteReachOf(row, standing, await door.posts());
    const before = after?.seq ?? null;
    const rows = await loadNotePage(this.database.manager, row.id, reach, before, limit + 1);
    return toPage(rows, limit, presentNote, ({ seq }) => ({ seq }), this.cursors);
  }

  @Mutation(() => AddNoteResult, {
    description: 'Write a note for colleagues and those above; nobody else learns that there is one.',
  })
  async addNote(@Arg('input') input: AddNoteInput, @Ctx() context: ReportsContext): Promise<object> {
    return presentOutcome('AddNoteSuccess', await this.add.execute(input, context.viewer), context);
  }
}

/** Only rows within the viewer's reach are loaded, so all of a row may be told. */
function presentNote(row: NoteRow): Note {
  return {
    id: row.id,
    body: row.body,
    agency: { id: row.agency_id },
    officer: { id: row.officer_id },
    createdAt: row.created_at,
  };
}
