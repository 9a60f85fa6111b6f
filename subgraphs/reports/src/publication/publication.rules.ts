import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { redactContacts } from '../privacy/redaction.rules.js';
import type { AcceptedAct, Actor } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import type { Publication, ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rules of publication ask of a report. */
export interface PublishableReport {
  readonly state: ReportState;
  readonly isSecret: boolean;
  /** Null before verification. */
  readonly publicTitle: string | null;
  readonly publishedAt: Date | null;
  readonly redactedAt: Date | null;
  readonly hiddenAt: Date | null;
  /** Since when a hidden report had been public. */
  readonly publishedBeforeHiding: Date | null;
}

/** What the public is to read from now on; null leaves a text as it is. */
export interface Redaction {
  readonly publicTitle: string | null;
  readonly publicBody: string | null;
  /** Lines of the conversation whose text the public is no longer to read. */
  readonly hiddenLines: readonly string[];
  /** Those of them that are lines of this report. */
  readonly knownLines: ReadonlySet<string>;
  /** Files that the public is no longer to see. */
  readonly hiddenFiles: readonly string[];
  /** Those of them that hang on this report, or on a line of it. */
  readonly knownFiles: ReadonlySet<string>;
  readonly reason: string;
}

export type PublicationRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'PublicationUnfit'; readonly publication: Publication }
  | InvalidInput;

const REASON = { field: 'reason', min: 10, max: 2_000 };
const PUBLIC_TITLE = { field: 'publicTitle', min: 5, max: 150, mayHoldMasks: true };
const PUBLIC_BODY = { field: 'publicBody', max: 8_000, mayHoldMasks: true };

/** How public a report is. */
export function publicationOf({ hiddenAt, publishedAt, redactedAt }: PublishableReport): Publication {
  if (hiddenAt) return 'HIDDEN';
  if (!publishedAt) return 'UNPUBLISHED';
  return redactedAt ? 'REDACTED' : 'PUBLISHED';
}

/**
 * T30: what was published and should not have been is written anew, and single lines and files are taken from the public.
 * It is done for good: nothing that comes later shows the public what was taken out here.
 */
export function decideRedaction(
  report: PublishableReport,
  standing: Standing,
  redaction: Redaction,
  now: Date,
): Decision<AcceptedAct, PublicationRefusal> {
  const editor = editorOf('REDACT', report, standing);
  if (!editor.ok) return editor;
  const hiding = readHiding(redaction);
  if (!hiding.ok) return hiding;
  const title = readPublicText(redaction.publicTitle, PUBLIC_TITLE);
  if (!title.ok) return title;
  const body = readPublicText(redaction.publicBody, PUBLIC_BODY);
  if (!body.ok) return body;
  const reason = readText(redaction.reason, REASON);
  if (!reason.ok) return reason;
  return accept({
    act: 'REDACT',
    actor: editor.value,
    reason: reason.value,
    fields: {
      redactedAt: now,
      ...(title.value !== null && { publicTitle: title.value }),
      ...(body.value !== null && { publicBody: body.value }),
    },
    ...hiding.value,
  });
}

/** What is taken from the public as it is, without a new text in its place. */
function readHiding(
  redaction: Redaction,
): Decision<Pick<AcceptedAct, 'hidesLines' | 'hidesFiles'>, InvalidInput> {
  const { hiddenLines, hiddenFiles, knownLines, knownFiles } = redaction;
  const hidesNothing = hiddenLines.length === 0 && hiddenFiles.length === 0;
  if (redaction.publicTitle === null && redaction.publicBody === null && hidesNothing)
    return refuse({ kind: 'InvalidInput', field: 'publicTitle', reason: 'EMPTY' });
  if (hiddenLines.some((id) => !knownLines.has(id)))
    return refuse({ kind: 'InvalidInput', field: 'hideFollowUpIds', reason: 'UNKNOWN' });
  if (hiddenFiles.some((id) => !knownFiles.has(id)))
    return refuse({ kind: 'InvalidInput', field: 'hideAttachmentIds', reason: 'UNKNOWN' });
  return accept({
    ...(hiddenLines.length > 0 && { hidesLines: [...new Set(hiddenLines)] }),
    ...(hiddenFiles.length > 0 && { hidesFiles: [...new Set(hiddenFiles)] }),
  });
}

/** T30: a report is taken from the public as a whole, and worked on as before. */
export function decideHiding(
  report: PublishableReport,
  standing: Standing,
  reason: string,
  now: Date,
): Decision<AcceptedAct, PublicationRefusal> {
  const editor = editorOf('HIDE', report, standing);
  if (!editor.ok) return editor;
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  return accept({
    act: 'HIDE',
    actor: editor.value,
    reason: text.value,
    fields: { hiddenAt: now, publishedBeforeHiding: report.publishedAt, publishedAt: null },
  });
}

/**
 * T30: a verified report that is not public is put before the public: one that was hidden as it had been, one that was
 * secret until now from here on, so that nothing that was said in secret comes out.
 */
export function decidePublishing(
  report: PublishableReport,
  standing: Standing,
  reason: string,
  now: Date,
): Decision<AcceptedAct, PublicationRefusal> {
  const editor = editorOf('PUBLISH', report, standing);
  if (!editor.ok) return editor;
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  return accept({
    act: 'PUBLISH',
    actor: editor.value,
    reason: text.value,
    fields: {
      publishedAt: report.publishedBeforeHiding ?? now,
      hiddenAt: null,
      publishedBeforeHiding: null,
    },
  });
}

/** In which role a viewer edits what the public sees, or why not: never the office that the report is about. */
export function editorOf(
  act: 'REDACT' | 'HIDE' | 'PUBLISH',
  report: PublishableReport,
  standing: Standing,
): Decision<Actor, PublicationRefusal> {
  const editor = actorFor(act, standing);
  if (!editor) return refuse({ kind: 'NotAllowed' });
  if (report.publicTitle === null || !mayBeginIn(act, report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  const isPublic = report.publishedAt !== null;
  const isFit = act === 'REDACT' || (act === 'HIDE' ? isPublic : !isPublic && !report.isSecret);
  return isFit ? accept(editor) : refuse({ kind: 'PublicationUnfit', publication: publicationOf(report) });
}

function readPublicText(
  text: string | null,
  limits: Parameters<typeof readText>[1],
): Decision<string | null, InvalidInput> {
  if (text === null) return accept(null);
  const read = readText(text, limits);
  return read.ok ? accept(redactContacts(read.value)) : read;
}
