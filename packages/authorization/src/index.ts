export * from './gate.js';
export * from './permit.js';
export * from './permit-on-report.js';
export * from './policy.js';
export * from './reach.js';
export * from './report-rights.js';
export * from './report-standing.js';
