import { describe, expect, it } from '@jest/globals';
import { decideSubmission, type Submission } from './intake.rules.js';

const TODAY = '2026-07-10';

function aSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    requestedType: 'COMPLAINT',
    title: 'Jalan berlubang di Jalan Braga',
    body: 'Lubang sedalam 20 cm di depan nomor 12.',
    incidentDate: null,
    place: null,
    regionCode: null,
    channel: 'WEB',
    isAnonymous: false,
    isSecret: false,
    consent: true,
    ...changes,
  };
}

describe('submission', () => {
  it('needs no more than a title, a text and consent', () => {
    expect(decideSubmission(aSubmission(), TODAY)).toEqual({ ok: true, value: aSubmission() });
  });

  it('stores texts tidied: trimmed, with one kind of line end, letters composed', () => {
    const typed = aSubmission({
      title: '  Jalan rusak\t',
      body: 'Baris satu yang cukup\r\nbaris dua',
      place: ' Cafe\u0301 ',
    });
    expect(decideSubmission(typed, TODAY)).toMatchObject({
      value: { title: 'Jalan rusak', body: 'Baris satu yang cukup\nbaris dua', place: 'Caf\u00e9' },
    });
  });

  it('counts characters as people do, not as computers store them', () => {
    expect(decideSubmission(aSubmission({ title: '😀'.repeat(150) }), TODAY)).toMatchObject({ ok: true });
  });

  it.each(['32', '32.73', '32.73.01', '32.73.01.1001'])('takes the region %s', (regionCode) => {
    expect(decideSubmission(aSubmission({ regionCode }), TODAY)).toMatchObject({
      ok: true,
      value: { regionCode },
    });
  });

  it.each(['2026-07-10', '2026-07-09', '1999-12-31'])('takes an incident of %s', (incidentDate) => {
    expect(decideSubmission(aSubmission({ incidentDate }), TODAY)).toMatchObject({ ok: true });
  });

  it.each([
    ['consent', 'EMPTY', { consent: false }],
    ['title', 'EMPTY', { title: '   ' }],
    ['title', 'TOO_SHORT', { title: 'Rusa' }],
    ['title', 'TOO_LONG', { title: 'a'.repeat(151) }],
    ['title', 'UNREADABLE', { title: 'Jalan \u202Ekasur' }],
    ['body', 'EMPTY', { body: '' }],
    ['body', 'TOO_SHORT', { body: 'Jalan rusak.' }],
    ['body', 'TOO_LONG', { body: 'a'.repeat(8_001) }],
    ['body', 'UNREADABLE', { body: `Lubang di depan rumah\u0000 nomor 12` }],
    ['body', 'UNREADABLE', { body: `Lubang di depan rumah \uD83D nomor 12` }],
    ['place', 'EMPTY', { place: ' ' }],
    ['place', 'TOO_LONG', { place: 'a'.repeat(301) }],
    ['incidentDate', 'IN_THE_FUTURE', { incidentDate: '2026-07-11' }],
    ['regionCode', 'MALFORMED', { regionCode: '3273' }],
    ['regionCode', 'MALFORMED', { regionCode: '32.' }],
    ['regionCode', 'MALFORMED', { regionCode: '32.73.01.1001.1' }],
  ])('refuses a %s that is %s', (field, reason, changes) => {
    const decision = decideSubmission(aSubmission(changes), TODAY);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field, reason } });
  });
});
