import { ANYBODY, rights, type SchemaPolicies } from '@satu-pintu/subgraph-kit';

const EXACT_WITHIN_REACH =
  'everybody; exact and live for officers within reach, the national desk, the Ombudsman and KSP, as published for all others';

/** Who may call what, and who sees which numbers. */
export const policies: SchemaPolicies = {
  Query: { reportCounts: ANYBODY, auditTrail: rights('agency:READ_AUDIT') },
  Subscription: { reportCountsChanged: ANYBODY },
  sights: {
    Agency: { seenBy: 'everybody', whole: ['id'], own: { counts: EXACT_WITHIN_REACH } },
  },
};
