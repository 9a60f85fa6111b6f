import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OutboxTail } from '@satu-pintu/events';
import { act, dispatched, responded, type Submitted, submitted } from './support/acts.js';
import {
  coordinatorBandung,
  ksp,
  ombudsman,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { type Listening, Subscriber } from './support/subscriber.js';
import { createSweeper } from './support/sweeper.js';
import { until } from './support/until.js';

const CHANGES = `subscription ($trackingId: ID!, $accessCode: String, $after: ID) {
  news: reportChanged(trackingId: $trackingId, accessCode: $accessCode, after: $after) {
    cursor kind report { id state title }
  }
}`;

const FOLLOW_UPS = `subscription ($trackingId: ID!, $accessCode: String, $after: ID) {
  news: followUpAdded(trackingId: $trackingId, accessCode: $accessCode, after: $after) {
    cursor followUp { kind body author { __typename ... on ReporterVoice { isMe } } report { id } }
  }
}`;

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly report: { readonly id: string; readonly state: string; readonly title: string };
}

interface Line {
  readonly cursor: string;
  readonly followUp: { readonly kind: string; readonly body: string; readonly author: object };
}

let service: ReportsService;
let subscriber: Subscriber;
/** How many listeners wait for news of reports. */
let listening = 0;

beforeAll(async () => {
  countListeners();
  service = await startReports();
  subscriber = new Subscriber(service);
}, 60_000);
afterEach(() => until(() => listening === 0));
afterAll(async () => {
  await subscriber.close();
  await service.close();
});

function countListeners(): void {
  const spy = jest.spyOn(OutboxTail.prototype, 'listen');
  const listen = spy.getMockImplementation();
  if (!listen) throw new Error('A spied method keeps its own implementation.');
  spy.mockImplementation(function (this: OutboxTail, ...request) {
    const stop = listen.apply(this, request);
    listening += 1;
    return () => {
      listening -= 1;
      stop();
    };
  });
}

/** Begins to listen and waits until nothing that happens from now on can be missed. */
async function follow<News>(
  query: string,
  variables: Record<string, unknown>,
  viewer = stranger,
): Promise<Listening<News>> {
  const before = listening;
  const subscription = subscriber.listen<News>(query, variables, viewer);
  await until(() => listening > before || subscription.isOver());
  return subscription;
}

function tell({ id }: Submitted, body: string): Promise<unknown> {
  return act(service.ask, 'recordFollowUp', { reportId: id, kind: 'INTERIM', body }, worksOfficer);
}

describe('the news of a report', () => {
  it('tells the reporter what an administrator writes, and why it takes longer', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const reportId = report.id;
    await act(ask, 'acceptReport', { reportId }, worksOfficer);
    const mine = await follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId }, warga);
    const extension = { reportId, reason: 'Menunggu lelang bahan aspal.', newDueDate: '2026-08-10' };
    await act(ask, 'extendResolution', extension, coordinatorBandung);
    const final = { reportId, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(ask, 'recordFollowUp', final, worksOfficer);
    await act(ask, 'sendMessage', { reportId, body: 'Apakah sudah sesuai?' }, coordinatorBandung);
    await until(() => mine.heard.length >= 3);
    expect(mine.heard.map(({ followUp }) => [followUp.kind, followUp.body])).toEqual([
      ['MESSAGE', extension.reason],
      ['FINAL', final.body],
      ['MESSAGE', 'Apakah sudah sesuai?'],
    ]);
    mine.stop();
  });

  it('comes in order, each act once, with the report as the viewer may see it', async () => {
    const report = await dispatched(service.ask);
    const [forOfficer, forPublic] = await Promise.all(
      [worksOfficer, stranger].map((viewer) =>
        follow<Change>(CHANGES, { trackingId: report.trackingId }, viewer),
      ),
    );
    if (!forOfficer || !forPublic) throw new Error('Two are listening.');
    const reportId = report.id;
    await act(service.ask, 'acceptReport', { reportId }, worksOfficer);
    const final = { reportId, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(service.ask, 'recordFollowUp', final, worksOfficer);
    await act(service.ask, 'confirmResolution', { reportId }, warga);
    await until(() => forOfficer.heard.length >= 3 && forPublic.heard.length >= 3);
    for (const { heard, errors } of [forOfficer, forPublic]) {
      expect(heard.map(({ kind }) => kind)).toEqual(['ACCEPT', 'RESPOND', 'CONFIRM']);
      expect(heard.map((news) => news.report.id)).toEqual([reportId, reportId, reportId]);
      expect(errors).toEqual([]);
    }
    expect(forOfficer.heard.at(-1)?.report).toEqual({
      id: reportId,
      state: 'CLOSED',
      title: 'Jalan berlubang di Jalan Braga',
    });
    expect(forPublic.heard.at(-1)?.report.title).toBe('Lubang jalan di Jalan Braga');
    forOfficer.stop();
    forPublic.stop();
  });

  it('tells each line of the conversation, and of other acts nothing', async () => {
    const report = await dispatched(service.ask);
    const lines = await follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId }, warga);
    const reportId = report.id;
    await act(service.ask, 'acceptReport', { reportId }, worksOfficer);
    await tell(report, 'Tim survei sudah turun.');
    const final = { reportId, kind: 'FINAL', outcome: 'EXPLAINED', body: 'Perbaikan masuk anggaran.' };
    await act(service.ask, 'recordFollowUp', final, worksOfficer);
    await act(service.ask, 'replyToReport', { reportId, body: 'Kapan tepatnya?' }, warga);
    await until(() => lines.heard.length >= 3);
    expect(lines.heard.map(({ followUp }) => followUp)).toEqual([
      expect.objectContaining({
        kind: 'INTERIM',
        body: 'Tim survei sudah turun.',
        author: { __typename: 'Agency' },
      }),
      expect.objectContaining({ kind: 'FINAL', body: 'Perbaikan masuk anggaran.' }),
      expect.objectContaining({ kind: 'REPLY', author: { __typename: 'ReporterVoice', isMe: true } }),
    ]);
    lines.stop();
  });

  it('tells the question of an agency and the answer of the reporter', async () => {
    const report = await dispatched(service.ask);
    const lines = await follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId });
    const reportId = report.id;
    await act(service.ask, 'acceptReport', { reportId }, worksOfficer);
    await act(service.ask, 'askReporter', { reportId, question: 'Di depan nomor berapa?' }, worksOfficer);
    await act(service.ask, 'completeReport', { reportId, text: 'Di depan nomor 12.' }, warga);
    await until(() => lines.heard.length >= 2);
    expect(lines.heard.map(({ followUp }) => followUp)).toMatchObject([
      { kind: 'QUESTION', body: 'Di depan nomor berapa?', author: { __typename: 'Agency' } },
      {
        kind: 'COMPLETION',
        body: 'Di depan nomor 12.',
        author: { __typename: 'ReporterVoice', isMe: false },
      },
    ]);
    lines.stop();
  });

  it('goes on after a cursor without loss and without doubles, also while more happens', async () => {
    const report = await dispatched(service.ask);
    const first = await follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId });
    await tell(report, 'Tindak lanjut nomor 1.');
    await until(() => first.heard.length === 1);
    first.stop();
    await until(() => listening === 0);

    for (const number of [2, 3, 4]) await tell(report, `Tindak lanjut nomor ${String(number)}.`);
    const meanwhile = tell(report, 'Tindak lanjut nomor 5.');
    const after = first.heard[0]?.cursor;
    const second = await follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId, after });
    await meanwhile;
    await tell(report, 'Tindak lanjut nomor 6.');
    await until(() => second.heard.length >= 5);
    expect(second.heard.map(({ followUp }) => followUp.body)).toEqual(
      [2, 3, 4, 5, 6].map((number) => `Tindak lanjut nomor ${String(number)}.`),
    );
    second.stop();
  });

  it('is released at once when nobody listens any more, though nothing happens', async () => {
    const report = await dispatched(service.ask);
    const subscriptions = await Promise.all(
      [CHANGES, FOLLOW_UPS, CHANGES].map((query) => follow(query, { trackingId: report.trackingId })),
    );
    await until(() => listening === 3);
    subscriptions[0]?.stop();
    await until(() => listening === 2);
    subscriptions[1]?.stop();
    subscriptions[2]?.stop();
    await until(() => listening === 0);
  });

  it('is released when the socket is cut', async () => {
    const report = await dispatched(service.ask);
    const other = new Subscriber(service);
    other.listen(CHANGES, { trackingId: report.trackingId }, stranger);
    await until(() => listening === 1);
    await other.close();
    await until(() => listening === 0);
  });
});

describe('news that is not for a viewer', () => {
  it('is refused in the same words for a hidden, an absent and an impossible report', async () => {
    const secret = await responded(service.ask, { isSecret: true });
    const unverified = await submitted(service.ask);
    for (const query of [CHANGES, FOLLOW_UPS]) {
      for (const trackingId of [secret.trackingId, unverified.trackingId, '5724000002', 'x', '']) {
        const refused = await follow(query, { trackingId }, otherCitizen);
        expect(refused).toMatchObject({ heard: [], errors: ['BAD_USER_INPUT'] });
      }
      expect((await follow(query, { trackingId: secret.trackingId }, ksp)).errors).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
    expect(listening).toBe(0);
  });

  it('is heard by who proves to be the reporter of a secret report', async () => {
    const { trackingId, accessCode } = await dispatched(service.ask, { isSecret: true }, stranger);
    const right = await follow(CHANGES, { trackingId, accessCode });
    expect(right.errors).toEqual([]);
    right.stop();
    expect((await follow(CHANGES, { trackingId, accessCode: '0000000000' })).errors).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('never says what a secret report says: the Ombudsman hears that something was done', async () => {
    const report = await dispatched(service.ask, { isSecret: true });
    const [changes, lines] = await Promise.all([
      follow<Change>(CHANGES, { trackingId: report.trackingId }, ombudsman),
      follow<Line>(FOLLOW_UPS, { trackingId: report.trackingId }, ombudsman),
    ]);
    await until(() => listening === 2);
    await tell(report, 'Sedang kami periksa.');
    await until(() => changes.heard.length === 1 && lines.heard.length === 1);
    expect(changes.heard[0]).toMatchObject({ kind: 'FOLLOW_UP', report: { title: null } });
    expect(lines.heard[0]).toMatchObject({ followUp: { body: null } });
    changes.stop();
    lines.stop();
  });

  it('leaves the way to the Ombudsman, and who was told of a breach, to the reporter and the office', async () => {
    const { id, trackingId } = await dispatched(service.ask);
    const forReporter = await follow<Change>(CHANGES, { trackingId }, warga);
    const forPublic = await follow<Change>(CHANGES, { trackingId });
    const sweeper = await createSweeper(service);
    service.clock.set('2026-12-01T03:00:00Z');
    await sweeper.sweep();
    await sweeper.close();
    await act(service.ask, 'acceptReport', { reportId: id }, worksOfficer);
    service.clock.set(FRIDAY);
    await until(() => [forReporter, forPublic].every(({ heard }) => heard.at(-1)?.kind === 'ACCEPT'));

    const kindsOf = ({ heard }: Listening<Change>): readonly string[] => heard.map(({ kind }) => kind);
    const told = ['ESCALATE', 'ESCALATE', 'ESCALATE', 'ESCALATE'];
    expect(kindsOf(forReporter)).toEqual(['BREACH', 'BREACH', 'OVERSIGHT_ELIGIBLE', ...told, 'ACCEPT']);
    expect(kindsOf(forPublic)).toEqual(['BREACH', 'BREACH', 'ACCEPT']);
    forReporter.stop();
    forPublic.stop();
  });

  it('does not begin after a cursor of another report, or one that nobody gave out', async () => {
    const [report, other] = [await dispatched(service.ask), await dispatched(service.ask)];
    const subscription = await follow<Change>(CHANGES, { trackingId: other.trackingId });
    await act(service.ask, 'acceptReport', { reportId: other.id }, worksOfficer);
    await until(() => subscription.heard.length === 1);
    subscription.stop();
    for (const after of [subscription.heard[0]?.cursor, 'forged', '']) {
      const refused = await follow(CHANGES, { trackingId: report.trackingId, after });
      expect(refused.errors).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('needs a viewer that the gateway has signed', async () => {
    const report = await dispatched(service.ask);
    const key = randomBytes(32).toString('base64url');
    const refused = subscriber.listen(CHANGES, { trackingId: report.trackingId }, coordinatorBandung, key);
    await until(() => refused.isOver());
    expect(refused).toMatchObject({ heard: [], errors: ['UNAUTHENTICATED'] });
  });
});
