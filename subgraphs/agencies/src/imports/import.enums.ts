import { registerEnumType } from 'type-graphql';

/** What a file holds. */
export enum ImportKindName {
  UNITS = 'UNITS',
  OFFICERS = 'OFFICERS',
}

registerEnumType(ImportKindName, {
  name: 'ImportKind',
  description: 'What a file holds, one to a row.',
  valuesConfig: {
    UNITS: {
      description:
        'Agencies, with the columns `code`, `name`, `parentCode` and, where you like, `abbreviation`, `kind`, `tie`, `regionCode`. A code that is known changes that agency, any other makes a new one.',
    },
    OFFICERS: {
      description:
        'Posts, with the columns `agencyCode`, `role`, `name` and, where you like, `id`, `title`, `workEmail`, `workPhone`. With an id, or the agency, role and address (else name) of a post that is held now, it changes that post; any other row makes a new one.',
    },
  },
});

/** How far an import is. */
export enum ImportStateName {
  AWAITING_FILE = 'AWAITING_FILE',
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}

registerEnumType(ImportStateName, {
  name: 'ImportState',
  description: 'How far an import is. It changes everything at once at its end, or nothing.',
  valuesConfig: {
    AWAITING_FILE: { description: 'Its file has not been sent.' },
    WAITING: { description: 'Its file is here, and waits for its turn.' },
    RUNNING: { description: 'Its rows are being carried out.' },
    DONE: { description: 'All rows are carried out or, in a dry run, could be.' },
    REFUSED: { description: 'Something is wrong with the file (`rows`); nothing was changed.' },
    FAILED: { description: 'Something went wrong on our side; nothing was changed. Ask again.' },
  },
});

/** What became of a row. */
export enum RowOutcomeName {
  CREATE = 'CREATE',
  CHANGE = 'CHANGE',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}

registerEnumType(RowOutcomeName, {
  name: 'ImportRowOutcome',
  description:
    'What a row does. It has done so when the import is DONE and no dry run; otherwise it would, were no row refused.',
  valuesConfig: {
    CREATE: { description: 'Something new.' },
    CHANGE: { description: 'Something that is there is different afterwards.' },
    UNCHANGED: { description: 'All is as the row says already.' },
    REFUSED: { description: 'It cannot be carried out as it is.' },
  },
});
