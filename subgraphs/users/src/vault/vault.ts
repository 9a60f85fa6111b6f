import { createHmac } from 'node:crypto';
import { createSealer, deriveKey, type Sealer } from '@satu-pintu/service-kit';
import { type Audience, AUDIENCES } from '../notification/notification-texts.js';

/** The report that a person was told of. */
export interface ToldReport {
  readonly reportId: string;
  readonly trackingId: string;
}

interface OwnedSecret {
  readonly accountId: string;
  readonly secret: string;
}

/**
 * What the key of the vault can do. Nothing else in the service holds that key, and a copy of the tables without it
 * names nobody.
 */
export class Vault {
  private readonly accountIds: Sealer<string>;
  private readonly reporterKeys: Sealer<string>;
  private readonly reports: Sealer<ToldReport>;
  private readonly secondFactors: Sealer<OwnedSecret>;
  private readonly letterCodes: Sealer<string>;
  private readonly phones: Sealer<string>;
  private readonly phoneKey: Buffer;
  private readonly phoneCodeKey: Buffer;
  private readonly recoveryKey: Buffer;
  private readonly hashKey: Buffer;
  private readonly recipientKey: Buffer;
  private readonly tellingKey: Buffer;
  private readonly auditKey: Buffer;

  constructor(vaultKey: string) {
    this.accountIds = createSealer(vaultKey, 'vault-account-id');
    this.reporterKeys = createSealer(vaultKey, 'account-reporter-key');
    this.reports = createSealer(vaultKey, 'vault-told-report');
    this.secondFactors = createSealer(vaultKey, 'account-second-factor');
    this.letterCodes = createSealer(vaultKey, 'account-letter-code');
    this.phones = createSealer(vaultKey, 'account-phone');
    this.phoneKey = deriveKey(vaultKey, 'account-phone-hash');
    this.phoneCodeKey = deriveKey(vaultKey, 'account-phone-code');
    this.recoveryKey = deriveKey(vaultKey, 'account-recovery-code');
    this.hashKey = deriveKey(vaultKey, 'vault-account-hash');
    this.recipientKey = deriveKey(vaultKey, 'vault-recipient-hash');
    this.tellingKey = deriveKey(vaultKey, 'vault-telling-id');
    this.auditKey = deriveKey(vaultKey, 'vault-audit-hash');
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

  /** The account is sealed with the secret: a row that was copied to another account does not open there. */
  sealSecondFactor(accountId: string, secret: string): string {
    return this.secondFactors.seal({ accountId, secret });
  }

  /** Throws as `openAccountId` does. */
  openSecondFactor(accountId: string, sealed: string): string {
    const owned = opened(this.secondFactors, sealed);
    if (owned.accountId !== accountId) throw new Error('A second factor was sealed for another account.');
    return owned.secret;
  }

  /** What is kept of a recovery code; 50 bits need a key, or they are guessed from the table. */
  hashRecoveryCode(accountId: string, code: string): Buffer {
    return createHmac('sha256', this.recoveryKey).update(`${accountId}:${code}`).digest();
  }

  sealLetterCode(code: string): string {
    return this.letterCodes.seal(code);
  }

  /** Throws as `openAccountId` does. */
  openLetterCode(sealed: string): string {
    return opened(this.letterCodes, sealed);
  }

  sealPhone(phone: string): string {
    return this.phones.seal(phone);
  }

  /** Throws as `openAccountId` does. */
  openPhone(sealed: string): string {
    return opened(this.phones, sealed);
  }

  /** Finds the account of a number; there are few enough numbers to try them all, so that needs a key. */
  hashPhone(phone: string): Buffer {
    return createHmac('sha256', this.phoneKey).update(phone).digest();
  }

  /** What is kept of six digits, for which the same holds. */
  hashPhoneCode(accountId: string, purpose: string, code: string): Buffer {
    return createHmac('sha256', this.phoneCodeKey).update(`${accountId}:${purpose}:${code}`).digest();
  }

  sealReport(report: ToldReport): string {
    return this.reports.seal(report);
  }

  /** Throws as `openAccountId` does. */
  openReport(sealed: string): ToldReport {
    return opened(this.reports, sealed);
  }

  /**
   * Finds what one account was told as somebody. Another value for each audience, and for the vault: a copy of the
   * tables, which name officers, must not lead from an officer to the reports that the same person filed.
   */
  recipientHash(audience: Audience, accountId: string): Buffer {
    return createHmac('sha256', this.recipientKey).update(`${audience}:${accountId}`).digest();
  }

  /** All under which one account was told anything, or anything as one of these. */
  recipientsOf(accountId: string, audiences: readonly Audience[] = AUDIENCES): readonly Buffer[] {
    return audiences.map((audience) => this.recipientHash(audience, accountId));
  }

  /** The id of telling one account of one event by one channel: the same each time, and of no use without the key. */
  tellingId(eventId: string, accountId: string, channel: 'IN_APP' | 'EMAIL'): string {
    const digest = createHmac('sha256', this.tellingKey)
      .update(`${eventId}:${accountId}:${channel}`)
      .digest();
    return uuidOf(digest);
  }

  /** Tells somebody apart from others on one day (UTC) and on no other (HMAC-SHA256, base64url). */
  hashOfTheDay(name: string, now: Date): string {
    const day = now.toISOString().slice(0, 10);
    return createHmac('sha256', this.auditKey).update(`${day}:${name}`).digest('base64url');
  }

  /** Finds the rows of one account without its id in them (HMAC-SHA256, 32 bytes). */
  hashAccountId(accountId: string): Buffer {
    return createHmac('sha256', this.hashKey).update(accountId).digest();
  }
}

/** A UUID of version 8 (RFC 9562) out of the first bytes of a digest. */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function opened<Value>(sealer: Sealer<Value>, sealed: string): Value {
  const value = sealer.open(sealed);
  if (value === null) throw new Error('A sealed value of the vault does not open with VAULT_KEY.');
  return value;
}
