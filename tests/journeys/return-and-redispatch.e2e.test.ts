import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { countsOf, recountOf } from '../support/recount.js';
import {
  agencyId,
  BANDUNG,
  dispatched,
  type Filed,
  filed,
  HEALTH,
  PUBLIC_WORKS,
  succeeded,
} from '../support/reports.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
let people: People;
let report: Filed;

const REPORT = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      state
      title
      agency {
        code
      }
      viewerActions
      dispositions {
        act
        from {
          code
        }
        to {
          code
        }
        reason
        note
        suggestedAgency {
          name
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly agency: { readonly code: string };
  readonly viewerActions: readonly string[];
  readonly dispositions: readonly object[];
}

beforeAll(async () => {
  people = await everybody();
  // A secret report is hidden from everybody outside the line of its holder.
  report = await dispatched(people.warga, people, { isSecret: true });
});
afterAll(() => database.close());

async function seenBy(asker: People[keyof People]): Promise<Seen | null> {
  return (await ask<{ report: Seen | null }>(REPORT, { trackingId: report.trackingId }, asker)).report;
}

describe('a report that came to the wrong office', () => {
  it('goes back to the coordinator who sent it, with a reason and a suggestion', async () => {
    const back = {
      reportId: report.id,
      reason: 'NOT_COMPETENT',
      explanation: 'Keluhan ini tentang puskesmas, bukan jalan.',
      suggestedAgencyId: HEALTH,
    };
    expect(succeeded(await act('returnReport', back, people.worksOfficer))).toBe('out of sight');
    const seen = await seenBy(people.coordinatorBandung);
    expect(seen).toMatchObject({ state: 'RETURNED', agency: { code: '32.73' } });
    expect(seen?.viewerActions).toContain('DISPATCH');
    expect(seen?.dispositions.at(-1)).toEqual({
      act: 'RETURN',
      from: { code: '32.73/1.03' },
      to: { code: '32.73' },
      reason: 'NOT_COMPETENT',
      note: back.explanation,
      suggestedAgency: { name: 'Dinas Kesehatan Kota Bandung' },
    });
  });

  it('does not go to the same office again, but to another one', async () => {
    const to = (code: string) =>
      act('dispatchReport', { reportId: report.id, agencyId: agencyId(code) }, people.coordinatorBandung);
    expect(await to('32.73/1.03')).toMatchObject({ code: 'AGENCY_HAS_RETURNED_IT' });
    expect(await to('32/1.02')).toMatchObject({ code: 'AGENCY_OUT_OF_REACH' });
    expect(succeeded(await to('32.73/1.02'))).toBe('DISPATCHED');
    expect(await seenBy(people.coordinatorBandung)).toMatchObject({ agency: { code: '32.73/1.02' } });
  });

  it('is seen and counted by the province, which may not send it anywhere', async () => {
    const seen = await seenBy(people.coordinatorJabar);
    expect(seen).toMatchObject({
      state: 'DISPATCHED',
      title: 'Jalan berlubang di Jalan Braga',
      viewerActions: ['ADD_NOTE'],
    });
    const elsewhere = { reportId: report.id, agencyId: PUBLIC_WORKS };
    expect(await act('dispatchReport', elsewhere, people.coordinatorJabar)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await eventually(async () => {
      expect(await countsOf(BANDUNG, people.coordinatorJabar)).toEqual(await recountOf(BANDUNG, database));
    });
  });

  it('does not exist for the ministry, for the office that lost it, nor for another citizen', async () => {
    for (const [stranger, code] of [
      [people.coordinatorKemenkes, 'REPORT_NOT_FOUND'],
      [people.worksOfficer, 'FORBIDDEN'],
      [people.warga2, 'FORBIDDEN'],
    ] as const) {
      expect(await seenBy(stranger)).toBeNull();
      const away = { reportId: report.id, agencyId: PUBLIC_WORKS };
      expect(await act('dispatchReport', away, stranger)).toMatchObject({ code });
    }
  });
});

describe('a coordinator', () => {
  it('sends reports only inside the own house', async () => {
    const { id } = await filed(people.warga);
    const to = { reportId: id, agencyId: agencyId('KEMENKES') };
    const verification = { type: 'COMPLAINT_GENERAL', categoryId: '08.001', publicTitle: 'Jalan berlubang' };
    expect(await act('verifyReport', { ...verification, ...to }, people.coordinatorBandung)).toMatchObject({
      code: 'AGENCY_OUT_OF_REACH',
    });
  });
});
