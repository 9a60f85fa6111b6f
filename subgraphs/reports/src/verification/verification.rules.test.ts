import { describe, expect, it } from '@jest/globals';
import { agencyAt, agencyId } from '../../test/support/small-tree.js';
import {
  allBut,
  aPost,
  aReport,
  aStanding,
  EVERYBODY,
  HOLDER,
  NOON,
  type Somebody,
} from '../../test/support/builders.js';
import { type Standing, standingOf } from '../hierarchy/standing.js';
import { actorFor } from '../report/actor-for.js';
import { REPORT_STATES } from '../report/report-state.js';
import {
  type Archival,
  decideArchival,
  decideVerification,
  type Verification,
} from './verification.rules.js';

const VERIFIERS: readonly Somebody[] = [
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
];
const COORDINATOR = EVERYBODY['the coordinator of the house'];
const NATIONAL = EVERYBODY['the national desk'];

function aVerification(changes: Partial<Verification> = {}): Verification {
  return {
    type: 'COMPLAINT_GENERAL',
    category: { id: '08.001', isLeaf: true, isValid: true },
    publicTitle: 'Jalan berlubang',
    publicBody: null,
    publicAttachments: [],
    agency: agencyAt('32.73/1.02'),
    returners: new Set(),
    returnsBeforeBinding: 2,
    ...changes,
  };
}

function anArchival(changes: Partial<Archival> = {}): Archival {
  return { reason: 'OUT_OF_SCOPE', explanation: 'Sengketa ini diperiksa pengadilan.', ...changes };
}

describe('verification', () => {
  it('classifies a report, publishes it and sends it to the agency that can act', () => {
    expect(decideVerification(aReport(), COORDINATOR, aVerification(), NOON)).toEqual({
      ok: true,
      value: {
        act: 'VERIFY',
        actor: {
          role: 'COORDINATOR_ADMIN',
          agencyId: agencyId('32.73'),
          officerId: COORDINATOR.manager?.officerId,
        },
        disposition: { toAgencyId: agencyId('32.73/1.02'), isBinding: false },
        publicAttachments: [],
        fields: {
          type: 'COMPLAINT_GENERAL',
          categoryId: '08.001',
          publicTitle: 'Jalan berlubang',
          publicBody: 'Sudah dua orang jatuh. Hubungi saya di [nomor telepon disembunyikan].',
          dispatchedAt: NOON,
          publishedAt: NOON,
        },
      },
    });
  });

  it.each(VERIFIERS)('is for %s', (who) => {
    const agency = agencyAt(who === 'the admin of the holder' ? HOLDER : '32.73');
    const decision = decideVerification(aReport(), EVERYBODY[who], aVerification({ agency }), NOON);
    expect(decision).toMatchObject({
      ok: true,
      value: { act: 'VERIFY', disposition: { toAgencyId: agency.id } },
    });
  });

  it.each(allBut(...VERIFIERS))('is not for %s', (who) => {
    expect(actorFor('VERIFY', EVERYBODY[who])).toBeNull();
    const decision = decideVerification(aReport(), EVERYBODY[who], aVerification(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'SUBMITTED'))(
    'comes too late for a report that is %s',
    (state) => {
      const decision = decideVerification(aReport({ state }), COORDINATOR, aVerification(), NOON);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );

  it('does not tell the state to somebody who may not verify', () => {
    const report = aReport({ state: 'CLOSED' });
    const decision = decideVerification(report, EVERYBODY['an officer of the holder'], aVerification(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
  });

  it.each([
    ['is not known', null],
    ['has topics below it', { id: '08', isLeaf: false, isValid: true }],
    ['is not in use any more', { id: '08.009', isLeaf: true, isValid: false }],
  ])('does not take a topic that %s', (_why, category) => {
    const decision = decideVerification(aReport(), COORDINATOR, aVerification({ category }), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'CategoryNotFound' } });
  });

  it.each([
    ['is not known', null],
    ['is closed', agencyAt('LAMA')],
  ])('does not send to an agency that %s', (_why, agency) => {
    const decision = decideVerification(aReport(), NATIONAL, aVerification({ agency }), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'AgencyNotFound' } });
  });

  it.each(['32', '32/1.03', '32.04', 'KEMENKES', 'NASIONAL'])(
    'crosses houses, to %s, only from the national desk',
    (code) => {
      const verification = aVerification({ agency: agencyAt(code) });
      expect(decideVerification(aReport(), COORDINATOR, verification, NOON)).toEqual({
        ok: false,
        refusal: { kind: 'AgencyOutOfReach' },
      });
      expect(decideVerification(aReport(), NATIONAL, verification, NOON)).toMatchObject({ ok: true });
    },
  );

  it('publishes nothing of a secret report', () => {
    const decision = decideVerification(aReport({ isSecret: true }), COORDINATOR, aVerification(), NOON);
    expect(decision).toMatchObject({
      ok: true,
      value: { fields: { dispatchedAt: NOON, publishedAt: null } },
    });
  });

  it('publishes what the verifier wrote in place of the text of the report, without contacts', () => {
    const written = aVerification({
      publicTitle: 'Jalan rusak, budi@contoh.id',
      publicBody: 'WA +62 812 3456 7890',
    });
    expect(decideVerification(aReport(), COORDINATOR, written, NOON)).toMatchObject({
      value: {
        fields: {
          publicTitle: 'Jalan rusak, [surel disembunyikan]',
          publicBody: 'WA [nomor telepon disembunyikan]',
        },
      },
    });
  });

  it.each([
    ['publicTitle', 'EMPTY', { publicTitle: '  ' }],
    ['publicTitle', 'TOO_SHORT', { publicTitle: 'Rusa' }],
    ['publicTitle', 'TOO_LONG', { publicTitle: 'a'.repeat(151) }],
    ['publicTitle', 'UNREADABLE', { publicTitle: 'Jalan\u202Erusak' }],
    ['publicBody', 'EMPTY', { publicBody: '' }],
    ['publicBody', 'TOO_LONG', { publicBody: 'a'.repeat(8_001) }],
  ])('does not publish a %s that is %s', (field, reason, changes) => {
    const decision = decideVerification(aReport(), COORDINATOR, aVerification(changes), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field, reason } });
  });
});

describe('archiving', () => {
  it('sets a report aside and keeps why, and what its reporter is told', () => {
    expect(decideArchival(aReport(), COORDINATOR, anArchival(), NOON)).toEqual({
      ok: true,
      value: {
        act: 'ARCHIVE',
        actor: {
          role: 'COORDINATOR_ADMIN',
          agencyId: agencyId('32.73'),
          officerId: COORDINATOR.manager?.officerId,
        },
        reason: 'Sengketa ini diperiksa pengadilan.',
        fields: { archiveReason: 'OUT_OF_SCOPE', closedAt: NOON },
      },
    });
  });

  it.each(allBut(...VERIFIERS))('is not for %s', (who) => {
    const decision = decideArchival(aReport(), EVERYBODY[who], anArchival(), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'SUBMITTED'))(
    'comes too late for a report that is %s',
    (state) => {
      const decision = decideArchival(aReport({ state }), NATIONAL, anArchival(), NOON);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );

  it.each([
    ['EMPTY', ' \n '],
    ['TOO_SHORT', 'Bukan.'],
    ['TOO_LONG', 'a'.repeat(2_001)],
    ['UNREADABLE', 'Bukan wewenang\u0000 kami'],
  ])('is never done without telling why (%s)', (reason, explanation) => {
    const decision = decideArchival(aReport(), NATIONAL, anArchival({ explanation }), NOON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field: 'explanation', reason } });
  });
});

describe('the verifier', () => {
  it('acts in the national post where an officer has several', () => {
    const both = { ...COORDINATOR, national: NATIONAL.national };
    expect(actorFor('VERIFY', both)).toMatchObject({
      role: 'NATIONAL_ADMIN',
      agencyId: agencyId('NASIONAL'),
    });
    expect(actorFor('VERIFY', aStanding([], { isReporter: true }))).toBeNull();
  });
});

describe('after an appeal', () => {
  const desk = aPost('NATIONAL_ADMIN', 'NASIONAL');
  const archivedBy = (...officerIds: readonly string[]): Standing =>
    standingOf([desk], agencyAt('NASIONAL'), false, new Set(officerIds));

  it('a report is judged by another officer than the one who archived it', () => {
    expect(decideVerification(aReport(), archivedBy(desk.officerId), aVerification(), NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
    expect(decideArchival(aReport(), archivedBy(desk.officerId), anArchival(), NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
    const colleague = aPost('COORDINATOR_ADMIN', '32').officerId;
    expect(decideVerification(aReport(), archivedBy(colleague), aVerification(), NOON).ok).toBe(true);
    expect(decideArchival(aReport(), archivedBy(colleague), anArchival(), NOON).ok).toBe(true);
  });
});

describe('verification of a report that had been returned before it was archived', () => {
  const target = agencyAt('32.73/1.02');
  const returners = new Set([target.id]);

  it('goes to an agency that has returned it only from the national desk, and bindingly', () => {
    const again = aVerification({ agency: target, returners });
    const report = aReport({ returnCount: 1 });
    expect(decideVerification(report, COORDINATOR, again, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'AgencyHasReturnedIt' },
    });
    expect(decideVerification(report, NATIONAL, again, NOON)).toMatchObject({
      value: { disposition: { toAgencyId: target.id, isBinding: true } },
    });
  });

  it.each([
    [0, false, false],
    [1, false, false],
    [2, false, true],
    [0, true, true],
  ])('after %d returns, bound before: %j, binds: %j', (returnCount, isBinding, binds) => {
    const decision = decideVerification(
      aReport({ returnCount, isBinding }),
      COORDINATOR,
      aVerification(),
      NOON,
    );
    expect(decision).toMatchObject({ value: { disposition: { isBinding: binds } } });
  });
});
