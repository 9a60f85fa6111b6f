export * from './permit.js';
export * from './policy.js';
export * from './reach.js';
