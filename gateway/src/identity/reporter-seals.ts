import { createSealer } from '@satu-pintu/service-kit';
import type { ReporterSeals } from './viewer.rules.js';

/** The seals that the gateway shares with users: one to open the reporter key, one to seal the account. */
export function createReporterSeals(reporterKeySeal: string, vaultSealKey: string): ReporterSeals {
  const reporterKeys = createSealer<string>(reporterKeySeal, 'reporter-key');
  const accounts = createSealer<{ readonly accountId: string }>(vaultSealKey, 'reporter-seal');
  return {
    openReporterKey: (sealed) => reporterKeys.open(sealed),
    sealAccount: (accountId) => accounts.seal({ accountId }),
  };
}
