import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { dispatched, submitted } from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  OTHERS,
  warga,
  worksAdmin,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());
beforeEach(() => service.database.query('delete from answer_template'));

const BODY = 'Laporan {{trackingId}} tentang {{title}} sudah ditangani {{agency}}.';

interface Template {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly filled?: string | null;
}

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly template?: Template;
}

const FIELDS = 'id version name body outcome isActive agency { id }';

async function mutate(verb: 'create' | 'change', input: object, viewer: Viewer): Promise<Outcome> {
  const name = `${verb === 'create' ? 'Create' : 'Change'}AnswerTemplate`;
  const { data, errors } = await service.ask(
    `mutation ($input: ${name}Input!) { outcome: ${verb}AnswerTemplate(input: $input) {
       __typename ... on Problem { code message } ... on UnknownPlaceholder { placeholder }
       ... on ${name}Success { template { ${FIELDS} } } } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return (data as { outcome: Outcome }).outcome;
}

async function created(code: string, name: string, viewer = coordinatorBandung): Promise<Template> {
  const outcome = await mutate('create', { agencyId: agencyId(code), name, body: BODY }, viewer);
  if (!outcome.template) throw new Error(JSON.stringify(outcome));
  return outcome.template;
}

async function list(code: string, viewer: Viewer, args = ''): Promise<readonly string[]> {
  const names: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, errors } = await service.ask(
      `query ($id: ID!, $after: ID) { answerTemplates(agencyId: $id, first: 1, after: $after ${args}) {
         nodes { name } pageInfo { hasNextPage endCursor } } }`,
      { id: code.startsWith('!') ? code : agencyId(code), after },
      viewer,
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = (data as { answerTemplates: { nodes: Template[]; pageInfo: PageInfo } })
      .answerTemplates;
    names.push(...nodes.map(({ name }) => name));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return names;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

describe('templates for answers', () => {
  it('are offered to the office and to those below it in the house, by name, and to nobody else', async () => {
    await created('32.73', 'Umum kota');
    await created('32.73/1.03', 'perbaikan jalan', worksAdmin);
    await created('32.73/1.02', 'Layanan puskesmas');
    await created('32', 'Umum provinsi', coordinatorJabar);
    const own = ['perbaikan jalan', 'Umum kota'];
    const house = [
      'the officer',
      'the intake officer',
      'the admin of the office',
      'the coordinator of the city',
    ];
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'a citizen': warga }))
      expect({ who, names: await list('32.73/1.03', viewer) }).toEqual({
        who,
        names: house.includes(who) ? own : [],
      });
    expect(await list('!no-agency', worksOfficer)).toEqual([]);
  });

  it('are written by the admins who manage the agency, once per name', async () => {
    const input = { agencyId: agencyId('32.73/1.03'), name: 'Perbaikan', body: BODY };
    const allowed = ['the admin of the office', 'the coordinator of the city'];
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'a citizen': warga })) {
      const { code = 'DONE' } = await mutate('create', { ...input, name: `Oleh ${who}` }, viewer);
      expect({ who, code }).toEqual({ who, code: allowed.includes(who) ? 'DONE' : 'NOT_ALLOWED' });
    }
    const outcomes = await Promise.all(
      ['Perbaikan', 'PERBAIKAN', ' perbaikan '].map((name) =>
        mutate('create', { ...input, name }, worksAdmin),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AnswerTemplateNameTaken',
      'AnswerTemplateNameTaken',
      'CreateAnswerTemplateSuccess',
    ]);
    const ended = { ...input, agencyId: agencyId('LAMA') };
    expect(await mutate('create', ended, worksAdmin)).toMatchObject({ code: 'AGENCY_NOT_FOUND' });
    const unknown = { ...input, name: 'Lain', body: `${BODY} Yth. {{nama}}` };
    expect(await mutate('create', unknown, worksAdmin)).toMatchObject({
      code: 'UNKNOWN_PLACEHOLDER',
      placeholder: '{{nama}}',
    });
  });

  it('are made once by one key', async () => {
    const input = { agencyId: agencyId('32.73'), name: 'Umum', body: BODY, idempotencyKey: randomUUID() };
    const outcomes = await Promise.all([1, 2, 3].map(() => mutate('create', input, coordinatorBandung)));
    expect(new Set(outcomes.map(({ template }) => template?.id)).size).toBe(1);
    expect(await mutate('create', { ...input, name: 'Lain' }, coordinatorBandung)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    const guessed = { ...input, idempotencyKey: '1' };
    expect(await mutate('create', guessed, coordinatorBandung)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are changed by one admin at a time, and put aside', async () => {
    const { id: templateId } = await created('32.73', 'Umum');
    await created('32.73', 'Khusus');
    const change = { templateId, templateVersion: 1, name: 'umum', body: BODY, isActive: false };
    const both = await Promise.all([1, 2].map(() => mutate('change', change, coordinatorBandung)));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AnswerTemplateChanged',
      'ChangeAnswerTemplateSuccess',
    ]);
    const taken = { ...change, templateVersion: 2, name: 'KHUSUS' };
    expect(await mutate('change', taken, coordinatorBandung)).toMatchObject({
      code: 'ANSWER_TEMPLATE_NAME_TAKEN',
    });
    expect(await mutate('change', change, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const id of [templateId, randomUUID(), 'x'])
      expect(await mutate('change', { ...change, templateId: id }, warga)).toMatchObject({
        code: 'ANSWER_TEMPLATE_NOT_FOUND',
      });
    expect(await list('32.73/1.03', worksOfficer, 'includeInactive: true')).toEqual(['Khusus']);
    expect(await list('32.73', coordinatorBandung)).toEqual(['Khusus']);
    expect(await list('32.73', coordinatorBandung, 'includeInactive: true')).toEqual(['Khusus', 'umum']);
  });

  it('are filled with what the public may read, for whoever may answer the report', async () => {
    await created('32.73', 'Umum');
    const filled = async (reportId: string, viewer: Viewer): Promise<string | null | undefined> => {
      const { data, errors } = await service.ask(
        `query ($agency: ID!, $report: ID!) { answerTemplates(agencyId: $agency) { nodes { filled(reportId: $report) } } }`,
        { agency: agencyId('32.73/1.03'), report: reportId },
        viewer,
      );
      expect(errors).toEqual([]);
      return (data as { answerTemplates: { nodes: Template[] } }).answerTemplates.nodes[0]?.filled;
    };
    const report = await dispatched(service.ask, { isAnonymous: true });
    expect(await filled(report.id, worksOfficer)).toBe(
      `Laporan ${report.trackingId} tentang Lubang jalan di Jalan Braga sudah ditangani 32.73/1.03.`,
    );
    expect(await filled(report.id, coordinatorBandung)).toBeNull();
    const unverified = await submitted(service.ask);
    for (const id of [unverified.id, randomUUID(), 'x']) expect(await filled(id, worksOfficer)).toBeNull();
  });
});
