import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { RETURN_REASONS } from '../report/report-state.js';

export const ReturnReasonEnum = schemaEnum(
  'ReturnReason',
  'Why a holder sends a report back.',
  RETURN_REASONS,
  {
    NOT_COMPETENT: 'Another agency is competent (bukan kewenangan).',
    SHARED_COMPETENCE: 'Several agencies are competent, and another should lead.',
    WRONG_REGION: 'It happened in another region.',
  },
);
