import { describe, expect, it } from '@jest/globals';
import { aPost, HOLDER } from '../../test/support/builders.js';
import { agencyAt } from '../../test/support/small-tree.js';
import { decideChangedTemplate, decideNewTemplate, fillTemplate } from './template.rules.js';

const ADMIN = [aPost('AGENCY_ADMIN', HOLDER)];
const TEXT = {
  name: 'Sudah diperbaiki',
  body: 'Laporan {{trackingId}} tentang {{title}} sudah ditangani {{agency}}.',
  outcome: 'FIXED' as const,
};
const VALUES = { trackingId: '5724000003', title: 'Jalan berlubang', agency: 'Dinas PU Kota Bandung' };

const refused = (kind: string, details: object = {}) => ({ ok: false, refusal: { kind, ...details } });

describe('filling a template', () => {
  it('puts what is known of the report where it is to stand, as often as it is', () => {
    expect(fillTemplate(`${TEXT.body} ({{title}})`, VALUES)).toBe(
      'Laporan 5724000003 tentang Jalan berlubang sudah ditangani Dinas PU Kota Bandung. (Jalan berlubang)',
    );
  });

  it('does not look again at what it has put in', () => {
    for (const title of ['{{agency}}', '$&', '$1 {{trackingId}}', '\\{{title}}'])
      expect(fillTemplate('Tentang {{title}}.', { ...VALUES, title })).toBe(`Tentang ${title}.`);
  });
});

describe('writing a template', () => {
  it('is for the admins who manage the agency', () => {
    for (const post of [...ADMIN, aPost('COORDINATOR_ADMIN', '32.73')])
      expect(decideNewTemplate([post], agencyAt(HOLDER), TEXT)).toEqual({
        ok: true,
        value: { by: post, text: TEXT },
      });
    for (const post of [
      aPost('LIAISON_OFFICER', HOLDER),
      aPost('AGENCY_ADMIN', '32.73/1.02'),
      aPost('COORDINATOR_ADMIN', '32'),
      aPost('NATIONAL_ADMIN', 'NASIONAL'),
      aPost('OMBUDSMAN', 'OMBUDSMAN'),
    ])
      expect(decideNewTemplate([post], agencyAt(HOLDER), TEXT)).toEqual(refused('NotAllowed'));
    expect(decideNewTemplate([], agencyAt(HOLDER), TEXT)).toEqual(refused('NotAllowed'));
    for (const agency of [null, agencyAt('LAMA')])
      expect(decideNewTemplate(ADMIN, agency, TEXT)).toEqual(refused('AgencyNotFound'));
  });

  it.each([
    ['{{nama}}', '{{nama}}'],
    ['{{reporter}}', '{{reporter}}'],
    ['{{ title }}', '{{ title }}'],
    ['{{Title}}', '{{Title}}'],
    ['{{}}', '{{}}'],
    ['{{title', '{{title'],
    ['title}}', '}}'],
  ])('knows no placeholder %s', (braced, placeholder) => {
    const text = { ...TEXT, body: `${TEXT.body} Terima kasih ${braced}` };
    const decision = decideNewTemplate(ADMIN, agencyAt(HOLDER), text);
    expect(decision).toEqual(refused('UnknownPlaceholder', { placeholder }));
  });

  it.each([
    ['name', 'TOO_SHORT', { name: 'ab' }],
    ['name', 'TOO_LONG', { name: 'a'.repeat(101) }],
    ['body', 'TOO_SHORT', { body: 'Sudah diperbaiki.' }],
    ['body', 'TOO_LONG', { body: 'a'.repeat(8_001) }],
    ['body', 'UNREADABLE', { body: 'Laporan sudah kami terima.\u0000' }],
  ])('refuses a %s that is %s', (field, reason, changes) => {
    const decision = decideNewTemplate(ADMIN, agencyAt(HOLDER), { ...TEXT, ...changes });
    expect(decision).toEqual(refused('InvalidInput', { field, reason }));
  });
});

describe('changing a template', () => {
  const OF_THE_CITY = { version: 3, owner: agencyAt('32.73') };

  it('answers to the version that was read', () => {
    const coordinator = [aPost('COORDINATOR_ADMIN', '32.73')];
    expect(decideChangedTemplate(coordinator, OF_THE_CITY, 3, TEXT)).toMatchObject({ ok: true });
    expect(decideChangedTemplate(coordinator, OF_THE_CITY, 2, TEXT)).toEqual(
      refused('AnswerTemplateChanged', { templateVersion: 3 }),
    );
  });

  it('is not allowed to those who are offered it, and hides it from all others', () => {
    expect(decideChangedTemplate(ADMIN, OF_THE_CITY, 3, TEXT)).toEqual(refused('NotAllowed'));
    for (const posts of [[], [aPost('COORDINATOR_ADMIN', '32')], [aPost('KSP_VIEWER', 'KSP')]])
      expect(decideChangedTemplate(posts, OF_THE_CITY, 3, TEXT)).toEqual(refused('AnswerTemplateNotFound'));
    expect(decideChangedTemplate(ADMIN, null, 3, TEXT)).toEqual(refused('AnswerTemplateNotFound'));
  });
});
