import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask, type Asker } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { type Filed, filed, PUBLIC_WORKS, succeeded, VERIFICATION } from '../support/reports.js';

const REPORT = /* GraphQL */ `
  query ($trackingId: ID!, $accessCode: String) {
    report(trackingId: $trackingId, accessCode: $accessCode) {
      state
      place {
        description
      }
      viewerActions
      clocks {
        kind
        state
      }
      history {
        act
      }
      followUps {
        nodes {
          body
          missing
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly place: { readonly description: string } | null;
  readonly viewerActions: readonly string[];
  readonly clocks: readonly { readonly kind: string; readonly state: string }[];
  readonly history: readonly { readonly act: string }[];
  readonly followUps: { readonly nodes: readonly object[] };
}

const VISITOR: Asker = null;
const QUESTION = 'Di jalan apa kerusakannya?';
const ANSWER = 'Di depan Pasar Baru, Jalan Otto Iskandardinata.';

let people: People;
let report: Filed;

beforeAll(async () => {
  people = await everybody();
  report = await filed(VISITOR, { title: 'Jalan rusak parah', place: null, regionCode: null });
});

async function seenBy(asker: Asker, accessCode: string | null = null): Promise<Seen | null> {
  const { trackingId } = report;
  return (await ask<{ report: Seen | null }>(REPORT, { trackingId, accessCode }, asker)).report;
}

function verify(): ReturnType<typeof act> {
  const verification = { ...VERIFICATION, reportId: report.id, agencyId: PUBLIC_WORKS };
  return act('verifyReport', verification, people.coordinatorBandung);
}

describe('a report without a place', () => {
  it('waits for its reporter when the coordinator asks for the place, and the time to verify stands still', async () => {
    expect(await seenBy(people.coordinatorBandung)).toMatchObject({ state: 'SUBMITTED', place: null });
    const question = { reportId: report.id, missing: ['PLACE'], message: QUESTION };
    expect(succeeded(await act('requestCompletion', question, people.coordinatorBandung))).toBe(
      'AWAITING_REPORTER',
    );
    const seen = await seenBy(VISITOR, report.accessCode);
    expect(seen?.viewerActions).toContain('COMPLETE');
    expect(seen?.clocks).toContainEqual({ kind: 'VERIFICATION', state: 'PAUSED' });
    expect(seen?.followUps.nodes).toContainEqual({ body: QUESTION, missing: ['PLACE'] });
    expect(await verify()).toMatchObject({ code: 'REPORT_NOT_IN_STATE', state: 'AWAITING_REPORTER' });
  });

  it('is completed by whoever has its code, and by nobody else', async () => {
    const answer = {
      reportId: report.id,
      text: ANSWER,
      place: 'Jalan Otto Iskandardinata',
      regionCode: '32.73',
    };
    for (const asker of [VISITOR, people.warga])
      expect(await act('completeReport', answer, asker)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
    const { accessCode } = report;
    expect(succeeded(await act('completeReport', { ...answer, accessCode }, VISITOR))).toBe('SUBMITTED');
    const seen = await seenBy(people.coordinatorBandung);
    expect(seen).toMatchObject({ state: 'SUBMITTED', place: { description: answer.place } });
    expect(seen?.clocks).toContainEqual({ kind: 'VERIFICATION', state: 'RUNNING' });
  });

  it('is then verified and sent to the office', async () => {
    expect(succeeded(await verify())).toBe('DISPATCHED');
    const seen = await seenBy(people.worksOfficer);
    expect(seen).toMatchObject({ state: 'DISPATCHED', place: { description: 'Jalan Otto Iskandardinata' } });
    expect(seen?.history.map((entry) => entry.act)).toEqual([
      'SUBMIT',
      'ASK_COMPLETION',
      'COMPLETE',
      'VERIFY',
    ]);
  });

  it('tells the public nothing of what was asked and answered before it was verified', async () => {
    const seen = await seenBy(VISITOR);
    expect(seen).toMatchObject({ state: 'DISPATCHED' });
    for (const said of [QUESTION, ANSWER]) {
      expect(JSON.stringify(await seenBy(people.worksOfficer))).toContain(said);
      expect(JSON.stringify(seen)).not.toContain(said);
    }
  });
});
