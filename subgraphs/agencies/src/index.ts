export { composeAgencies, type RunningAgencies } from './composition.js';
export type { AgenciesConfig } from './config.js';
export { loadDemoOfficers } from './demo/load-demo-officers.command.js';
export type { HierarchyFacts } from './hierarchy/hierarchy-facts.js';
export { type HierarchyLoad, loadHierarchy } from './hierarchy/load-hierarchy.command.js';
export { readFacts } from './hierarchy/read-facts.js';
export { agenciesDatabase, AGENCIES_MIGRATIONS } from './persistence/database.js';
export { migrateAgencies } from './persistence/migrate-agencies.js';
export { printSchema } from './schema.js';
