import { AGENCY_KINDS, TIES } from '@satu-pintu/domain-kit';
import { schemaEnum } from '@satu-pintu/subgraph-kit';

export const AgencyKindEnum = schemaEnum('AgencyKind', 'What an agency is.', AGENCY_KINDS, {
  NATIONAL_DESK: 'Root of the tree: the desk that watches over all reports.',
  MINISTRY: 'Ministry, coordinating ones included (kementerian, kementerian koordinator).',
  STATE_AGENCY: 'State institution or agency outside the ministries (lembaga).',
  STATE_ENTERPRISE: 'Enterprise owned by the state (BUMN).',
  PROVINCE: 'Government of a province.',
  REGENCY: 'Government of a self-governing regency (kabupaten).',
  CITY: 'Government of a self-governing city (kota).',
  ADMINISTRATIVE_REGENCY: 'Regency that is a part of the province of Jakarta.',
  ADMINISTRATIVE_CITY: 'City that is a part of the province of Jakarta.',
  UNIT: 'Unit or office of another agency: directorate general, dinas, kantor wilayah.',
});

export const TieEnum = schemaEnum('Tie', 'How an agency hangs under its parent.', TIES, {
  ADMINISTRATIVE: 'It is a unit of its parent, which manages it.',
  SUPERVISORY: 'It governs itself; its parent guides and monitors it (UU 23/2014).',
});
