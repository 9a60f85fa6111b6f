import { OFFICER_ROLE_MEANINGS, OFFICER_ROLES } from '@satu-pintu/domain-kit';
import { schemaEnum } from './schema-enum.js';

/** The roles, as every subgraph that names one has to say them. */
export const OfficerRoleEnum = schemaEnum(
  'OfficerRole',
  'What an officer is appointed to do in an agency.',
  OFFICER_ROLES,
  OFFICER_ROLE_MEANINGS,
);
