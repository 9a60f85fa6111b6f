import type { Viewer } from '@satu-pintu/domain-kit';
import type DataLoader from 'dataloader';
import type { VaultEntry } from './vault/vault-links.query.js';

/** What one request carries: who asks, and lookups that live as long as it. */
export interface UsersContext {
  readonly viewer: Viewer;
  /** Report id to who stands behind it; null without a link. */
  readonly vaultEntries: DataLoader<string, VaultEntry | null>;
  /** Report id to whether it was made anonymous after it was filed. */
  readonly withheldReporters: DataLoader<string, boolean>;
  /** Who stands behind a report to that person's name; leaves receipts. Null when the account is gone. */
  readonly reporterNames: DataLoader<VaultEntry, string | null, string>;
}
