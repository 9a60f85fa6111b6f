export * from './every-mutation.js';
export * from './gateway-caller.js';
export * from './identity-provider.js';
export * from './movable-clock.js';
export * from './passkey-device.js';
export * from './test-database.js';
