export { DATABASE } from './database/role-urls.js';
export type { Environment } from './processes/environment-of.js';
export type { ProcessName } from './processes/process-name.js';
export type { RunningStack, StackOptions } from './stack.js';
export { startStack } from './start-stack.js';
