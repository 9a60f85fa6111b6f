import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { OFFICER_ARCHIVE_REASONS } from '../report/report-state.js';

export const ArchiveReasonEnum = schemaEnum(
  'ArchiveReason',
  'Why a report is not taken up. That another agency is competent is no reason: such a report is dispatched.',
  OFFICER_ARCHIVE_REASONS,
  {
    NOT_UNDERSTANDABLE: 'Nobody can tell what it is about.',
    TOO_GENERAL: 'It names no place, no time and no service that could be looked into.',
    NOT_GOVERNMENT: 'It is not about the work of the government.',
    OUT_OF_SCOPE: 'It belongs to a court, to parliament or to criminal investigators.',
    ABUSIVE: 'It only insults.',
    SPAM: 'It advertises, or repeats itself without end.',
  },
);
