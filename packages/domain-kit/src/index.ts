export * from './clock.js';
export * from './decision.js';
export * from './hierarchy.js';
export * from './officer-role.js';
export * from './stable-id.js';
export * from './text.js';
export * from './uuid.js';
export * from './viewer.js';
