export * from './audit-entry.js';
export * from './chain.js';
export * from './check-chain.js';
export * from './head-text.js';
export * from './record-audit.js';
export * from './write-down.rules.js';
