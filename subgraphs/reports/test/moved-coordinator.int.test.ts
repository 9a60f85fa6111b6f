import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, dispatched, type Submitted } from './support/acts.js';
import { AgenciesVoice, aPostTold } from './support/agencies-voice.js';
import { entities } from './support/entities.js';
import { coordinatorBandung, worksOfficer } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { type Listening, Subscriber } from './support/subscriber.js';
import { until } from './support/until.js';

const LINES = `subscription ($trackingId: ID!) {
  news: followUpAdded(trackingId: $trackingId) { followUp { body } }
}`;

interface Line {
  readonly followUp: { readonly body: string };
}

let service: ReportsService;
let agencies: AgenciesVoice;
let subscriber: Subscriber;
/** A secret report: hidden from everybody outside the line of its holder. */
let report: Submitted;
let heard: Listening<Line>;
/** What the officer of the holder hears of the same acts. */
let colleague: Listening<Line>;

beforeAll(async () => {
  service = await startReports();
  agencies = new AgenciesVoice(service);
  subscriber = new Subscriber(service);
  report = await dispatched(service.ask, { isSecret: true });
  await agencies.tell('officer.appointed', 1, thePost('32.73'));
  await agencies.untilRead();
  const variables = { trackingId: report.trackingId };
  heard = subscriber.listen<Line>(LINES, variables, coordinatorBandung);
  colleague = subscriber.listen<Line>(LINES, variables, worksOfficer);
  // The socket is heard from once it is open; until then what happens may come before it listens.
  await until(async () => {
    await tell('Tim survei sudah turun ke lokasi.');
    return heard.heard.length > 0 && colleague.heard.length > 0;
  });
}, 60_000);
afterAll(async () => {
  await subscriber.close();
  await agencies.close();
  await service.close();
});

/** The post of the coordinator of Bandung, wherever it is now. */
function thePost(code: string, isActive = true): ReturnType<typeof aPostTold> {
  const [post] = coordinatorBandung.appointments;
  if (!post) throw new Error('A coordinator has a post.');
  return { ...aPostTold('any'), id: post.officerId, agencyId: agencyId(code), isActive };
}

function bodies({ heard: lines }: Listening<Line>): readonly string[] {
  return lines.map(({ followUp }) => followUp.body);
}

function tell(body: string): Promise<unknown> {
  return act(service.ask, 'recordFollowUp', { reportId: report.id, kind: 'INTERIM', body }, worksOfficer);
}

function takeOver(): Promise<unknown> {
  const input = { reportId: report.id, reason: 'Unit ini tidak dapat menangani.' };
  return act(service.ask, 'takeOverReport', input, coordinatorBandung);
}

async function isInInbox(): Promise<boolean | string> {
  const { data, errors } = await entities(
    service.ask,
    [{ __typename: 'Agency', id: agencyId('32.73/1.03') }],
    '... on Agency { inbox { nodes { id } } }',
    coordinatorBandung,
  );
  const [error] = errors;
  if (error) return String(error.extensions?.code);
  const [agency] = (data as { _entities: { inbox: { nodes: { id: string }[] } }[] })._entities;
  return agency?.inbox.nodes.some(({ id }) => id === report.id) ?? false;
}

describe('a coordinator who is moved to another agency while a socket of theirs is open', () => {
  it('reads and hears of the reports of the house until then', async () => {
    expect(heard.errors).toEqual([]);
    expect(await isInInbox()).toBe(true);
  });

  it('hears nothing more, without a word, though token and socket are as they were', async () => {
    await agencies.tell('officer.changed', 2, thePost('91'));
    await agencies.untilRead();
    const secret = 'Perbaikan dimulai besok pagi.';
    await tell(secret);
    await until(() => bodies(colleague).includes(secret));
    expect(bodies(heard)).not.toContain(secret);
    expect(heard.errors).toEqual([]);
  });

  it('can do nothing more there, nor see that the secret report is there', async () => {
    expect(await takeOver()).toMatchObject({ __typename: 'ReportNotFound' });
    const query = 'query ($id: ID!) { report(trackingId: $id) { state } }';
    const { data } = await service.ask(query, { id: report.trackingId }, coordinatorBandung);
    expect(data).toEqual({ report: null });
    expect(await isInInbox()).not.toBe(true);
  });

  it('is back in office with the token of before, once moved back', async () => {
    await agencies.tell('officer.changed', 3, thePost('32.73'));
    await agencies.untilRead();
    expect(await isInInbox()).toBe(true);
  });

  it('is out of office at once when the post ends', async () => {
    await agencies.tell('officer.ended', 4, thePost('32.73', false));
    await agencies.untilRead();
    expect(await takeOver()).toMatchObject({ __typename: 'ReportNotFound' });
  });
});
