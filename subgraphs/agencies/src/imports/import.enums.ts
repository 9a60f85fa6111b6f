import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { IMPORT_KINDS, IMPORT_STATES } from './import-record.js';
import { ROW_OUTCOMES } from './row-outcome.js';

export const ImportKindEnum = schemaEnum('ImportKind', 'What a file holds, one to a row.', IMPORT_KINDS, {
  UNITS:
    'Agencies, with the columns `code`, `name`, `parentCode` and, where you like, `abbreviation`, `kind`, `tie`, `regionCode`. A code that is known changes that agency, any other makes a new one.',
  OFFICERS:
    'Posts, with the columns `agencyCode`, `role`, `name` and, where you like, `id`, `title`, `workEmail`, `workPhone`. With an id, or the agency, role and address (else name) of a post that is held now, it changes that post; any other row makes a new one.',
});

export const ImportStateEnum = schemaEnum(
  'ImportState',
  'How far an import is. It changes everything at once at its end, or nothing.',
  IMPORT_STATES,
  {
    AWAITING_FILE: 'Its file has not been sent.',
    WAITING: 'Its file is here, and waits for its turn.',
    RUNNING: 'Its rows are being carried out.',
    DONE: 'All rows are carried out or, in a dry run, could be.',
    REFUSED: 'Something is wrong with the file (`rows`); nothing was changed.',
    FAILED: 'Something went wrong on our side; nothing was changed. Ask again.',
  },
);

export const RowOutcomeEnum = schemaEnum(
  'ImportRowOutcome',
  'What a row does. It has done so when the import is DONE and no dry run; otherwise it would, were no row refused.',
  ROW_OUTCOMES,
  {
    CREATE: 'Something new.',
    CHANGE: 'Something that is there is different afterwards.',
    UNCHANGED: 'All is as the row says already.',
    REFUSED: 'It cannot be carried out as it is.',
  },
);
