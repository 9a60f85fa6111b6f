import { describe, expect, it } from '@jest/globals';
import {
  allBut,
  aPost,
  aPublishedReport,
  aReport,
  EVERYBODY,
  NOON,
  type Somebody,
} from '../../test/support/builders.js';
import { agencyAt } from '../../test/support/small-tree.js';
import { standingOf } from '../hierarchy/standing.js';
import { REPORT_STATES, type ReportState } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideMerging, decideUnmerging, type MergeTarget, type UnfitTarget } from './merge.rules.js';

const ADMINISTRATORS: readonly Somebody[] = [
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
];
const COORDINATOR = EVERYBODY['the coordinator of the house'];
const REASON = 'Lampu jalan yang sama, di depan nomor 12.';
const LEAD_ID = '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c02';

function aTarget(changes: Partial<ReportEntity> = {}, others: Partial<MergeTarget> = {}): MergeTarget {
  const report = aPublishedReport({ id: LEAD_ID, ...changes });
  return { report, standing: COORDINATOR, reopensUntil: null, ...others };
}

function merging(report: ReportEntity, target: MergeTarget | null = aTarget(), reason = REASON): object {
  return decideMerging(report, COORDINATOR, target, reason, NOON);
}

function unfit(reason: UnfitTarget): object {
  return { ok: false, refusal: { kind: 'MergeTargetUnfit', reason } };
}

describe('merging', () => {
  it.each(ADMINISTRATORS)('is for %s of both reports', (who) => {
    const standing = EVERYBODY[who];
    expect(
      decideMerging(aPublishedReport(), standing, aTarget({}, { standing }), REASON, NOON),
    ).toMatchObject({
      ok: true,
      value: { act: 'MERGE', reason: REASON, fields: { mergedIntoId: LEAD_ID, mergedAt: NOON } },
    });
  });

  it.each(allBut(...ADMINISTRATORS))('is not for %s, of either report', (who) => {
    const standing = EVERYBODY[who];
    const refused = { ok: false, refusal: { kind: 'NotAllowed' } };
    expect(decideMerging(aPublishedReport(), standing, aTarget(), REASON, NOON)).toEqual(refused);
    expect(merging(aPublishedReport(), aTarget({}, { standing }))).toEqual(refused);
  });

  it('is, after an appeal, for another officer than the one who archived it', () => {
    const desk = aPost('NATIONAL_ADMIN', 'NASIONAL');
    const archiver = standingOf([desk], agencyAt('NASIONAL'), false, new Set([desk.officerId]));
    expect(decideMerging(aReport(), archiver, aTarget(), REASON, NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  const MAY_JOIN: readonly ReportState[] = ['SUBMITTED', 'DISPATCHED', 'IN_PROGRESS'];
  it.each(REPORT_STATES)('begins in %s as the table of transitions says', (state) => {
    const decision = merging(aPublishedReport({ state }));
    if (MAY_JOIN.includes(state)) expect(decision).toMatchObject({ ok: true });
    else expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
  });

  const MAY_LEAD: readonly ReportState[] = [
    'SUBMITTED',
    'AWAITING_REPORTER',
    'DISPATCHED',
    'RETURNED',
    'IN_PROGRESS',
    'RESPONDED',
  ];
  it.each(REPORT_STATES)('leads into a report in %s only while that is open', (state) => {
    const decision = merging(aPublishedReport(), aTarget({ state }));
    if (MAY_LEAD.includes(state)) expect(decision).toMatchObject({ ok: true });
    else expect(decision).toEqual(unfit('ENDED'));
  });

  it('leads into a closed report as long as its reporter may reopen it', () => {
    const closed = (endsAt: Date): MergeTarget => aTarget({ state: 'CLOSED' }, { reopensUntil: endsAt });
    expect(merging(aPublishedReport(), closed(NOON))).toMatchObject({ ok: true });
    expect(merging(aPublishedReport(), closed(new Date(NOON.getTime() - 1)))).toEqual(unfit('ENDED'));
  });

  it.each([
    ['NOT_FOUND', aPublishedReport(), null],
    ['SAME_REPORT', aPublishedReport(), aTarget({ id: aPublishedReport().id })],
    ['SECRET', aPublishedReport({ isSecret: true }), aTarget()],
    ['SECRET', aPublishedReport(), aTarget({ isSecret: true })],
    ['SECRET', aPublishedReport({ isSecret: true }), aTarget({ isSecret: true })],
    ['NOT_VERIFIED', aPublishedReport(), aTarget({ state: 'SUBMITTED', dispatchedAt: null })],
  ] as const)('is refused as %s', (reason, report, target) => {
    expect(merging(report, target)).toEqual(unfit(reason));
  });

  it('lets an unverified report join an unverified one, and a verified one', () => {
    expect(merging(aReport(), aTarget({ state: 'SUBMITTED', dispatchedAt: null }))).toMatchObject({
      ok: true,
    });
    expect(merging(aReport())).toMatchObject({ ok: true });
  });

  it.each([
    ['EMPTY', ' '],
    ['TOO_SHORT', 'Sama.'],
    ['TOO_LONG', 'a'.repeat(2_001)],
  ])('is never done without telling why (%s)', (reason, text) => {
    const refusal = { kind: 'InvalidInput', field: 'reason', reason };
    expect(merging(aPublishedReport(), aTarget(), text)).toEqual({ ok: false, refusal });
  });
});

describe('unmerging', () => {
  const merged = aPublishedReport({ state: 'MERGED' });

  const OVERSEERS: readonly Somebody[] = ['the coordinator of the house', 'the national desk'];

  it.each(OVERSEERS)('is for %s', (who) => {
    expect(decideUnmerging(merged, EVERYBODY[who], REASON)).toMatchObject({
      ok: true,
      value: { act: 'UNMERGE', fields: { mergedIntoId: null, mergedAt: null } },
    });
  });

  it.each(allBut(...OVERSEERS))('is not for %s', (who) => {
    expect(decideUnmerging(merged, EVERYBODY[who], REASON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(ADMINISTRATORS)('is, before it was ever dispatched, for %s, who would verify it', (who) => {
    const unverified = aReport({ state: 'MERGED' });
    expect(decideUnmerging(unverified, EVERYBODY[who], REASON)).toMatchObject({ ok: true });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'MERGED'))('is not done in %s', (state) => {
    const decision = decideUnmerging(aPublishedReport({ state }), COORDINATOR, REASON);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
  });

  it('is never done without telling why', () => {
    expect(decideUnmerging(merged, COORDINATOR, '')).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason' },
    });
  });
});
