import { registerEnumType } from 'type-graphql';

/** What an agency is; the words of `AgencyKind` in the domain kit. */
export enum AgencyKindName {
  NATIONAL_DESK = 'NATIONAL_DESK',
  MINISTRY = 'MINISTRY',
  STATE_AGENCY = 'STATE_AGENCY',
  STATE_ENTERPRISE = 'STATE_ENTERPRISE',
  PROVINCE = 'PROVINCE',
  REGENCY = 'REGENCY',
  CITY = 'CITY',
  ADMINISTRATIVE_REGENCY = 'ADMINISTRATIVE_REGENCY',
  ADMINISTRATIVE_CITY = 'ADMINISTRATIVE_CITY',
  UNIT = 'UNIT',
}

registerEnumType(AgencyKindName, {
  name: 'AgencyKind',
  description: 'What an agency is.',
  valuesConfig: {
    NATIONAL_DESK: { description: 'Root of the tree: the desk that watches over all reports.' },
    MINISTRY: { description: 'Ministry, coordinating ones included (kementerian, kementerian koordinator).' },
    STATE_AGENCY: { description: 'State institution or agency outside the ministries (lembaga).' },
    STATE_ENTERPRISE: { description: 'Enterprise owned by the state (BUMN).' },
    PROVINCE: { description: 'Government of a province.' },
    REGENCY: { description: 'Government of a self-governing regency (kabupaten).' },
    CITY: { description: 'Government of a self-governing city (kota).' },
    ADMINISTRATIVE_REGENCY: { description: 'Regency that is a part of the province of Jakarta.' },
    ADMINISTRATIVE_CITY: { description: 'City that is a part of the province of Jakarta.' },
    UNIT: { description: 'Unit or office of another agency: directorate general, dinas, kantor wilayah.' },
  },
});

/** How an agency hangs under its parent; the words of `Tie` in the domain kit. */
export enum TieName {
  ADMINISTRATIVE = 'ADMINISTRATIVE',
  SUPERVISORY = 'SUPERVISORY',
}

registerEnumType(TieName, {
  name: 'Tie',
  description: 'How an agency hangs under its parent.',
  valuesConfig: {
    ADMINISTRATIVE: { description: 'It is a unit of its parent, which manages it.' },
    SUPERVISORY: { description: 'It governs itself; its parent guides and monitors it (UU 23/2014).' },
  },
});
