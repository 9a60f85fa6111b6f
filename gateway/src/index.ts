export { composeGateway, type GatewayParts, type RunningGateway } from './composition.js';
export { type GatewayConfig, readGatewayConfig } from './config.js';
export { composeSupergraph } from './planning/compose-supergraph.js';
