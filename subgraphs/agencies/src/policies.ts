import { ANYBODY, rights, type SchemaPolicies } from '@satu-pintu/subgraph-kit';

const SAME_HOUSE = 'who serves in the same house, and admins above it; null to everybody else';
const OFFICERS = 'officers of any agency; null to everybody else';

/** Who may call what, and who sees what of an agency and of those who serve in it. */
export const policies: SchemaPolicies = {
  Query: {
    agency: ANYBODY,
    agencies: ANYBODY,
    regions: ANYBODY,
    suggestAgencies: ANYBODY,
    import: rights('agency:IMPORT'),
  },
  Mutation: {
    registerAgency: rights('agency:REGISTER_AGENCY'),
    updateAgency: rights('agency:UPDATE_AGENCY'),
    moveAgency: rights('agency:DETACH_AGENCY', 'agency:ATTACH_AGENCY'),
    dissolveAgency: rights('agency:DISSOLVE_AGENCY', 'agency:SUCCEED_AGENCY'),
    mergeAgencies: rights('agency:DISSOLVE_AGENCY', 'agency:SUCCEED_AGENCY', 'agency:ATTACH_AGENCY'),
    appointOfficer: rights('agency:APPOINT_OFFICER'),
    renewInvitation: rights('agency:APPOINT_OFFICER'),
    updateOfficer: rights('agency:UPDATE_OFFICER'),
    transferOfficer: rights('agency:END_APPOINTMENT', 'agency:APPOINT_OFFICER'),
    endAppointment: rights('agency:END_APPOINTMENT'),
    resetSecondFactor: rights('agency:UPDATE_OFFICER'),
    requestImport: rights('agency:IMPORT'),
  },
  sights: {
    Agency: {
      seenBy: 'everybody',
      whole: [
        'id',
        'code',
        'name',
        'abbreviation',
        'kind',
        'tie',
        'timeZone',
        'isActive',
        'validFrom',
        'validTo',
        'isVerified',
        'parent',
        'children',
        'ancestors',
        'successor',
        'region',
      ],
      own: {
        officers: 'its own staff, and admins who manage or monitor it; empty to everybody else',
        staff:
          'its own staff those of the own agency, admins those of agencies they manage or monitor; empty to everybody else',
        viewerActions: 'whoever asks: their own rights',
        csv: 'its own staff, and admins who manage or monitor it; null to everybody else',
      },
    },
    Officer: {
      seenBy: 'everybody, as far as something they may see leads there',
      whole: ['id', 'role', 'isActive', 'agency'],
      own: { name: OFFICERS, title: OFFICERS, workEmail: SAME_HOUSE, workPhone: SAME_HOUSE },
    },
    Region: { seenBy: 'everybody', whole: ['code', 'name', 'level', 'timeZone', 'parent'] },
  },
};
