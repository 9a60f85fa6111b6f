import { describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { readHandle, receiptAppointment } from './reporter.rules.js';

const now = new Date('2026-03-02T02:00:00Z');
const viewer: Viewer = { ...publicViewer(), isSignedIn: true, tag: 'mine' };
const claims = { reportId: 'r-1', tag: 'mine', exp: now.getTime() + 1, isOwn: false };

describe('the handle of a reporter', () => {
  it('speaks of its report to the viewer to whom it was given', () => {
    expect(readHandle(claims, viewer, now)).toBe(claims);
  });

  it('says nothing to anyone else, nothing once it has run out, and nothing when it is forged', () => {
    expect(readHandle({ ...claims, tag: 'another' }, viewer, now)).toBeNull();
    expect(readHandle({ ...claims, exp: now.getTime() }, viewer, now)).toBeNull();
    expect(readHandle(null, viewer, now)).toBeNull();
  });

  it('says nothing to the public, even under the tag that all visitors share', () => {
    expect(readHandle({ ...claims, tag: 'public' }, publicViewer(), now)).toBeNull();
  });
});

describe('the post on a receipt', () => {
  const ksp = { officerId: 'o-1', agencyId: 'a-1', role: 'KSP_VIEWER' } as const;
  const liaison = { officerId: 'o-2', agencyId: 'a-2', role: 'LIAISON_OFFICER' } as const;

  it('is the first in which reporters are met', () => {
    expect(receiptAppointment({ ...viewer, appointments: [ksp, liaison] })).toEqual(liaison);
  });

  it('does not exist for a citizen or for someone who only counts', () => {
    expect(receiptAppointment(viewer)).toBeNull();
    expect(receiptAppointment({ ...viewer, appointments: [ksp] })).toBeNull();
  });
});
