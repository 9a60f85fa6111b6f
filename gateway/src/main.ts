import { readFileSync } from 'node:fs';
import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, runService } from '@satu-pintu/service-kit';
import { composeGateway } from './composition.js';
import { readGatewayConfig } from './config.js';

/** The committed supergraph, seen from the built file. */
const SUPERGRAPH = new URL('../../supergraph.graphql', import.meta.url);

const logger = createLogger('gateway');

await runService(logger, () =>
  composeGateway(readGatewayConfig(), {
    supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'),
    clock: systemClock,
    logger,
  }),
);
