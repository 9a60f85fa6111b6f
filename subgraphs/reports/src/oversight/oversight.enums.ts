import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { OVERSIGHT_FINDINGS, OVERSIGHT_STAGES } from '../report/report-state.js';
import { OVERSIGHT_PREREQUISITES } from './prerequisites.rules.js';

export const OversightStageEnum = schemaEnum(
  'OversightStage',
  'How far a report is on its way to the Ombudsman.',
  OVERSIGHT_STAGES,
  {
    ELIGIBLE:
      'The way is open: the time of the agency is over (60 hari kerja), or its final answer was rejected. To others than the reporter this also stands for an offer that has not reached them.',
    OFFERED: 'The reporter may turn to the Ombudsman; nothing stands in the way.',
    DECLINED: 'The reporter does not want to. They may still think better of it.',
    CONSENTED: 'The reporter has consented; the Ombudsman may read the report and take the case.',
    TRANSFERRED: 'The Ombudsman has taken the case. The report stays with the agency that holds it.',
    CONCLUDED: 'The Ombudsman has reported what was found.',
  },
);

export const OversightPrerequisiteEnum = schemaEnum(
  'OversightPrerequisiteCode',
  'What the law asks of whoever turns to the Ombudsman (UU 37/2008 art. 23 and 24).',
  OVERSIGHT_PREREQUISITES,
  {
    IDENTITY: 'Somebody is known who complains.',
    DESCRIPTION: 'The matter is described.',
    PRIOR_COMPLAINT: 'The reported agency was complained to first: by this report.',
    NOT_SETTLED: 'That did not settle it: 60 hari kerja are over, or the final answer was rejected.',
    RECENT_EVENT: 'It happened less than two years ago.',
  },
);

export const OversightFindingEnum = schemaEnum(
  'OversightFinding',
  'What the final report of examination (LAHP) comes to.',
  OVERSIGHT_FINDINGS,
  {
    MALADMINISTRATION_FOUND: 'There was maladministration; corrective action is due.',
    MALADMINISTRATION_NOT_FOUND: 'There was none.',
    EXAMINATION_STOPPED: 'The examination was stopped.',
  },
);
