import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { act, ask, type Asker, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import {
  type Filed,
  filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
  VERIFICATION,
} from '../support/reports.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
const TITLE = 'Pungli di loket perizinan trayek';
const NUMBER = '0456/LM/XI/2026/BDG';
let people: People;
let report: Filed;

const CASE = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      title
      state
      agency {
        id
      }
      reporter {
        isMe
        displayName
      }
      oversight {
        stage
        prerequisites {
          code
          isMet
          explanation
        }
        consentText {
          version
        }
        consent {
          revealsIdentity
          keepsNameSecret
        }
        caseNumber
        outcome {
          finding
          correctiveAction
          correctiveActionDueDate
        }
      }
      history {
        act
        reason
      }
    }
  }
`;

interface Told {
  readonly title: string | null;
  readonly state: string;
  readonly agency: { readonly id: string };
  readonly reporter: { readonly displayName: string | null } | null;
  readonly oversight: {
    readonly stage: string;
    readonly prerequisites: readonly { readonly code: string; readonly isMet: boolean | null }[];
    readonly consentText: { readonly version: string } | null;
    readonly consent: object | null;
    readonly caseNumber: string | null;
    readonly outcome: object | null;
  } | null;
  readonly history: readonly { readonly act: string; readonly reason: string | null }[];
}

async function told(asker: Asker): Promise<Told | null> {
  return (await ask<{ report: Told | null }>(CASE, report, asker)).report;
}

beforeAll(async () => {
  people = await everybody();
  report = await filed(people.warga, { title: TITLE, isAnonymous: true, isSecret: true });
  const reportId = report.id;
  const verification = { ...VERIFICATION, type: 'COMPLAINT_OVERSIGHT', agencyId: PUBLIC_WORKS };
  succeeded(await act('verifyReport', { ...verification, reportId }, people.coordinatorBandung));
  const denial = {
    ...FINAL_ANSWER,
    outcome: 'REJECTED_WITH_REASON',
    body: 'Tidak ada pungutan di loket kami.',
  };
  succeeded(await act('recordFollowUp', { ...denial, reportId }, people.worksOfficer));
  succeeded(
    await act('replyToReport', { reportId, body: 'Kemarin masih dipungut lima puluh ribu.' }, people.warga),
  );
});
afterAll(() => database.close());

describe('illegal levies, reported anonymously and in secret, that the office denies', () => {
  it('are offered the Ombudsman as soon as the answer is rejected, with what the law asks for', async () => {
    const own = await told(people.warga);
    expect(own?.oversight).toMatchObject({ stage: 'OFFERED', caseNumber: null, outcome: null });
    expect(own?.oversight?.prerequisites.filter(({ isMet }) => isMet !== true)).toMatchObject([
      { code: 'RECENT_EVENT', isMet: null },
    ]);
    expect(own?.history.at(-1)).toEqual({ act: 'OVERSIGHT_ELIGIBLE', reason: 'ANSWER_REJECTED' });
    expect(await told(people.ombudsman)).toMatchObject({ title: null, reporter: null });
    for (const asker of [null, people.ksp, people.warga2]) expect(await told(asker)).toBeNull();
  });

  it('cannot be taken or handed over by anybody but their reporter', async () => {
    const reportId = report.id;
    const consent = { reportId, textVersion: '2026-1', revealIdentity: true, incidentDate: '2026-01-05' };
    expect(await act('consentToOversight', consent, people.worksOfficer)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await act('consentToOversight', consent, people.warga2)).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    expect(await act('consentToOversight', consent, null)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
    const take = { reportId, caseNumber: NUMBER };
    expect(await act('acceptOversightCase', take, people.ombudsman)).toMatchObject({
      code: 'NOT_AT_OVERSIGHT_STAGE',
    });
    expect(await act('acceptOversightCase', take, people.national)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('go to the Ombudsman by consent, who learns the name beside a receipt, and the office nothing', async () => {
    const textVersion = (await told(people.warga))?.oversight?.consentText?.version;
    const consent = { reportId: report.id, textVersion, revealIdentity: true, keepNameSecret: true };
    expect(await act('consentToOversight', { ...consent, textVersion: 'lama' }, people.warga)).toMatchObject({
      code: 'OVERSIGHT_PREREQUISITES_UNMET',
    });
    succeeded(await act('consentToOversight', { ...consent, incidentDate: await today() }, people.warga));
    const before = await readings();
    expect(await told(people.ombudsman)).toMatchObject({
      title: TITLE,
      reporter: { isMe: false, displayName: 'Warga (demo)' },
      oversight: { stage: 'CONSENTED', consent: { revealsIdentity: true, keepsNameSecret: true } },
    });
    expect(await readings()).toBeGreaterThan(before);
    for (const asker of [people.worksOfficer, people.coordinatorBandung, people.national]) {
      const { text } = await request(CASE, report, asker);
      expect(text).not.toMatch(/CONSENT|Warga/);
      expect(JSON.parse(text)).toMatchObject({ data: { report: { oversight: { stage: 'ELIGIBLE' } } } });
    }
    const receipts = 'query { me { accessReceipts(first: 5) { nodes { report { trackingId } role } } } }';
    const { me } = await ask<{ me: { accessReceipts: { nodes: unknown[] } } }>(receipts, {}, people.warga);
    expect(me.accessReceipts.nodes).toContainEqual({
      report: { trackingId: report.trackingId },
      role: 'OMBUDSMAN',
    });
  });

  it('are examined beside the agency, which keeps the report, and all who take part read what was found', async () => {
    const reportId = report.id;
    succeeded(await act('acceptOversightCase', { reportId, caseNumber: NUMBER }, people.ombudsman));
    expect(await act('withdrawOversightConsent', { reportId }, people.warga)).toMatchObject({
      code: 'NOT_AT_OVERSIGHT_STAGE',
    });
    const outcome = {
      finding: 'MALADMINISTRATION_FOUND',
      correctiveAction: 'Kembalikan pungutan dan pasang daftar tarif resmi.',
      correctiveActionDueDate: '2099-01-05',
    };
    const summary = 'Petugas loket memungut biaya di luar tarif resmi.';
    succeeded(await act('recordOversightOutcome', { reportId, summary, ...outcome }, people.ombudsman));
    for (const asker of [people.warga, people.worksOfficer, people.coordinatorBandung, people.national]) {
      expect(await told(asker)).toMatchObject({
        state: 'IN_PROGRESS',
        agency: { id: PUBLIC_WORKS },
        oversight: { stage: 'CONCLUDED', caseNumber: NUMBER, outcome },
      });
    }
    expect(await told(null)).toBeNull();
  });
});

function readings(): Promise<number> {
  return database.count('select count(*) from reports.oversight_reading where report_id = $1', [report.id]);
}

/** Calendar day in Jakarta, where the house is. */
async function today(): Promise<string> {
  const [row] = await database.rows<{ day: string }>(
    `select (now() at time zone 'Asia/Jakarta')::date::text as day`,
  );
  return row?.day ?? '';
}
