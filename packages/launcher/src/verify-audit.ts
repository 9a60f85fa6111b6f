import { runOperatorCommand } from './operator-command.js';

/** `npm run audit:verify`: asks, as the role of analytics and no other, whether the audit log of this house is whole. */
await runOperatorCommand({ subgraph: 'analytics', script: 'verify-audit.js' });
