import { databaseUrl, deriveKey, type SchemaRoles } from '@satu-pintu/service-kit';
import { SUBGRAPHS } from '../processes/process-name.js';

/** The database of the house, made on the server when it is missing. */
export const DATABASE = 'satu_pintu';

/** Each subgraph has a schema of its own, and so have the log of events between them and the background work of reports. */
const SCHEMAS = [...SUBGRAPHS, 'event_log', 'reports_jobs'] as const;

/** The roles of all schemas; each password is derived from one secret, so that none is stored. */
export function schemaRoles(rolesKey: string): readonly SchemaRoles[] {
  return SCHEMAS.map((name) => ({
    name,
    ownerPassword: rolePassword(rolesKey, `${name}_owner`),
    appPassword: rolePassword(rolesKey, `${name}_app`),
  }));
}

/** Where a role reaches the database of the house, on the server of the admin URL. */
export function roleUrl(adminUrl: string, rolesKey: string, schema: string, kind: 'owner' | 'app'): string {
  const user = `${schema}_${kind}`;
  return databaseUrl(adminUrl, DATABASE, { user, password: rolePassword(rolesKey, user) });
}

function rolePassword(rolesKey: string, role: string): string {
  return deriveKey(rolesKey, `database role ${role}`).toString('base64url');
}
