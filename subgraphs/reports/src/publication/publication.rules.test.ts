import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, aReport, EVERYBODY, NOON } from '../../test/support/builders.js';
import { decideVerification } from '../verification/verification.rules.js';
import {
  decideHiding,
  decidePublishing,
  decideRedaction,
  publicationOf,
  type Redaction,
} from './publication.rules.js';
import { agencyAt } from '../../test/support/small-tree.js';

const EDITORS = ['the coordinator of the house', 'the national desk'] as const;
const EDITOR = EVERYBODY['the coordinator of the house'];
const REASON = 'Nama anak disebut di dalam laporan.';
const LATER = new Date(NOON.getTime() + 60_000);
const PUBLIC = aPublishedReport();
const HIDDEN = aPublishedReport({ publishedAt: null, hiddenAt: LATER, publishedBeforeHiding: NOON });
const UNPUBLISHED = aPublishedReport({ publishedAt: null });
const SECRET = aPublishedReport({ isSecret: true });

function a(changes: Partial<Redaction> = {}): Redaction {
  const none = {
    hiddenLines: [],
    knownLines: new Set<string>(),
    hiddenFiles: [],
    knownFiles: new Set<string>(),
  };
  return { publicBody: null, ...none, publicTitle: 'Pungutan di sekolah', reason: REASON, ...changes };
}

describe('how public a report is', () => {
  it.each([
    ['UNPUBLISHED', aReport()],
    ['UNPUBLISHED', SECRET],
    ['PUBLISHED', PUBLIC],
    ['REDACTED', aPublishedReport({ redactedAt: NOON })],
    ['HIDDEN', HIDDEN],
  ])('is %s', (publication, report) => {
    expect(publicationOf(report)).toBe(publication);
  });
});

describe('editing what is public', () => {
  it.each(EDITORS)('is for %s', (who) => {
    expect(decideRedaction(PUBLIC, EVERYBODY[who], a(), LATER).ok).toBe(true);
    expect(decideHiding(PUBLIC, EVERYBODY[who], REASON, LATER).ok).toBe(true);
    expect(decidePublishing(HIDDEN, EVERYBODY[who], REASON, LATER).ok).toBe(true);
  });

  it.each(allBut(...EDITORS))('is not for %s: not for the office that it is about either', (who) => {
    const refused = { ok: false, refusal: { kind: 'NotAllowed' } };
    expect(decideRedaction(PUBLIC, EVERYBODY[who], a(), LATER)).toEqual(refused);
    expect(decideHiding(PUBLIC, EVERYBODY[who], REASON, LATER)).toEqual(refused);
    expect(decidePublishing(HIDDEN, EVERYBODY[who], REASON, LATER)).toEqual(refused);
  });

  it('is not for an officer whose own report it is, and not done before verification', () => {
    expect(decideHiding(PUBLIC, { ...EDITOR, isReporter: true }, REASON, LATER)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
    expect(decideRedaction(aReport(), EDITOR, a(), LATER)).toMatchObject({
      refusal: { kind: 'ReportNotInState' },
    });
  });

  it('costs a reason', () => {
    for (const decision of [
      decideRedaction(PUBLIC, EDITOR, a({ reason: 'Salah.' }), LATER),
      decideHiding(PUBLIC, EDITOR, '', LATER),
      decidePublishing(HIDDEN, EDITOR, ' ', LATER),
    ]) {
      expect(decision).toMatchObject({ refusal: { kind: 'InvalidInput', field: 'reason' } });
    }
  });

  it('takes texts and lines out, contacts too, and leaves what is not named', () => {
    const lines = { hiddenLines: ['one', 'one'], knownLines: new Set(['one']) };
    const decision = decideRedaction(
      PUBLIC,
      EDITOR,
      a({ ...lines, publicTitle: 'Guru, budi@contoh.id' }),
      LATER,
    );
    expect(decision).toMatchObject({
      value: {
        act: 'REDACT',
        fields: { publicTitle: 'Guru, [surel disembunyikan]', redactedAt: LATER },
        hidesLines: ['one'],
      },
    });
    expect(decision.ok && decision.value.fields).not.toHaveProperty('publicBody');
    const unknown = a({ hiddenLines: ['one'] });
    expect(decideRedaction(PUBLIC, EDITOR, unknown, LATER)).toMatchObject({
      refusal: { field: 'hideFollowUpIds', reason: 'UNKNOWN' },
    });
  });

  it('takes files out, of the report alone, and needs no new text for it', () => {
    const files = { publicTitle: null, hiddenFiles: ['one', 'two', 'one'] };
    const known = decideRedaction(
      PUBLIC,
      EDITOR,
      a({ ...files, knownFiles: new Set(['one', 'two']) }),
      LATER,
    );
    expect(known).toMatchObject({
      value: { act: 'REDACT', fields: { redactedAt: LATER }, hidesFiles: ['one', 'two'] },
    });
    const foreign = a({ ...files, knownFiles: new Set(['one']) });
    expect(decideRedaction(PUBLIC, EDITOR, foreign, LATER)).toMatchObject({
      refusal: { field: 'hideAttachmentIds', reason: 'UNKNOWN' },
    });
    expect(decideRedaction(PUBLIC, EDITOR, a({ publicTitle: null }), LATER)).toMatchObject({
      refusal: { field: 'publicTitle', reason: 'EMPTY' },
    });
  });

  it('hides what is public, and shows it again as it was', () => {
    expect(decideHiding(PUBLIC, EDITOR, REASON, LATER)).toMatchObject({
      value: { fields: { publishedAt: null, hiddenAt: LATER, publishedBeforeHiding: NOON } },
    });
    expect(decidePublishing(HIDDEN, EDITOR, REASON, LATER)).toMatchObject({
      value: { fields: { publishedAt: NOON, hiddenAt: null, publishedBeforeHiding: null } },
    });
  });

  it('publishes what is secret no more from now on, and nothing that is secret or public', () => {
    expect(decidePublishing(UNPUBLISHED, EDITOR, REASON, LATER)).toMatchObject({
      value: { fields: { publishedAt: LATER } },
    });
    expect(decidePublishing(SECRET, EDITOR, REASON, LATER)).toMatchObject({
      refusal: { kind: 'PublicationUnfit', publication: 'UNPUBLISHED' },
    });
    expect(decidePublishing(PUBLIC, EDITOR, REASON, LATER)).toMatchObject({
      refusal: { kind: 'PublicationUnfit', publication: 'PUBLISHED' },
    });
    expect(decideHiding(SECRET, EDITOR, REASON, LATER)).toMatchObject({
      refusal: { kind: 'PublicationUnfit' },
    });
  });
});

describe('a report that is verified again after an appeal', () => {
  const verification = {
    type: 'COMPLAINT_GENERAL',
    category: { id: '08.001', isLeaf: true, isValid: true },
    publicTitle: 'Jalan berlubang',
    publicBody: null,
    publicAttachments: [],
    agency: agencyAt('32.73/1.02'),
    returners: new Set<string>(),
    returnsBeforeBinding: 2,
  } as const;

  it('shows nothing again that was taken out, and stays hidden', () => {
    const redacted = aReport({ publicBody: 'Tanpa nama.', redactedAt: NOON });
    expect(decideVerification(redacted, EDITOR, verification, LATER)).toMatchObject({
      value: { fields: { publicBody: 'Tanpa nama.', publishedAt: LATER } },
    });
    const hidden = aReport({ hiddenAt: NOON, publishedBeforeHiding: NOON });
    expect(decideVerification(hidden, EDITOR, verification, LATER)).toMatchObject({
      value: { fields: { publishedAt: null, publishedBeforeHiding: LATER } },
    });
  });
});
