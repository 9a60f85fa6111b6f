import { randomUUID } from 'node:crypto';
import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideNote, type NoteRefusal } from './note.rules.js';
import { appendNote } from './note.store.js';

/** What the officer sends. */
export interface AddNoteRequest extends ReportRequest {
  readonly body: string;
}

/** Write for colleagues. It is no act on the report: whoever follows the report must not learn that it was written. */
export class AddNote {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: AddNoteRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, NoteRefusal | ActRefusal>> {
    const id = randomUUID();
    return writeBesideReport(this.parts, 'addNote', request, viewer, ({ report, standing, tx, now }) => {
      const note = decideNote(standing, request.body);
      return note.ok ? accept(() => appendNote(tx, report.id, { id, ...note.value }, now)) : note;
    });
  }
}
