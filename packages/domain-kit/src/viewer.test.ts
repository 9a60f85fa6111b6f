import { describe, expect, it } from '@jest/globals';
import { appointmentsAs, publicViewer } from './viewer.js';

describe('a visitor', () => {
  it('brings nothing that tells who it is', () => {
    expect(publicViewer('en')).toEqual({
      isSignedIn: false,
      tag: 'public',
      appointments: [],
      locale: 'en',
      accountId: null,
      sessionId: null,
      reporterKey: null,
      reporterSeal: null,
    });
  });
});

describe('appointments', () => {
  it('are found by role', () => {
    const ombudsman = { officerId: 'o', agencyId: 'a', role: 'OMBUDSMAN' } as const;
    const liaison = { officerId: 'p', agencyId: 'b', role: 'LIAISON_OFFICER' } as const;
    const viewer = { ...publicViewer(), appointments: [ombudsman, liaison] };
    expect(appointmentsAs(viewer, 'OMBUDSMAN', 'KSP_VIEWER')).toEqual([ombudsman]);
  });
});
