import { createHmac } from 'node:crypto';
import { createSealer, deriveKey, type Sealer } from '@satu-pintu/service-kit';

/**
 * What the key of the vault can do. Nothing else in the service holds that key, and a copy of the tables without it
 * names nobody.
 */
export class Vault {
  private readonly accountIds: Sealer<string>;
  private readonly reporterKeys: Sealer<string>;
  private readonly hashKey: Buffer;

  constructor(vaultKey: string) {
    this.accountIds = createSealer(vaultKey, 'vault-account-id');
    this.reporterKeys = createSealer(vaultKey, 'account-reporter-key');
    this.hashKey = deriveKey(vaultKey, 'vault-account-hash');
  }

  sealAccountId(accountId: string): string {
    return this.accountIds.seal(accountId);
  }

  /** Throws when the row was written with another key: the service must not go on with half a vault. */
  openAccountId(sealed: string): string {
    return opened(this.accountIds, sealed);
  }

  sealReporterKey(reporterKey: string): string {
    return this.reporterKeys.seal(reporterKey);
  }

  /** Throws as `openAccountId` does. */
  openReporterKey(sealed: string): string {
    return opened(this.reporterKeys, sealed);
  }

  /** Finds the rows of one account without its id in them (HMAC-SHA256, 32 bytes). */
  hashAccountId(accountId: string): Buffer {
    return createHmac('sha256', this.hashKey).update(accountId).digest();
  }
}

function opened(sealer: Sealer<string>, sealed: string): string {
  const value = sealer.open(sealed);
  if (value === null) throw new Error('A sealed value of the vault does not open with VAULT_KEY.');
  return value;
}
