import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { AccessClaims } from './asker.js';

/** What users tells: access that ended before its tokens do. */
export interface Revocation {
  readonly seq: number;
  /** No token of this session holds. */
  readonly sessionId: string | null;
  /** No token of this account from before `at` holds. */
  readonly accountId: string | null;
  /** No token that this key signed holds. */
  readonly kid: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Asks users what was revoked after a place; answers at once when there is something, else after a while. */
export type AskRevocations = (after: number, signal: AbortSignal) => Promise<readonly Revocation[]>;

/** Longer than any token lives. */
const KEPT_MS = 15 * 60_000;
const RETRY_MS = 500;

/**
 * What was revoked, heard within moments and kept until no token can be about it. While users is away nothing new is
 * heard, and tokens hold until they end, which is minutes.
 */
export class Revocations implements Closable {
  private readonly sessions = new Map<string, number>();
  private readonly accounts = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  private readonly listeners = new Set<(news: readonly Revocation[]) => void>();
  private readonly stopping = new AbortController();
  private place = 0;
  private listening: Promise<void> = Promise.resolve();

  constructor(
    private readonly ask: AskRevocations,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Begins to listen. */
  start(): void {
    this.listening = this.listen();
  }

  /** Does the access that these claims give hold no longer? */
  isRevoked({ sessionId, accountId, kid, issuedAt }: AccessClaims): boolean {
    return (
      this.keys.has(kid) ||
      this.sessions.has(sessionId) ||
      (this.accounts.get(accountId) ?? -1) >= issuedAt.getTime()
    );
  }

  /** Calls back whenever something more is revoked. */
  onRevoked(callback: (news: readonly Revocation[]) => void): void {
    this.listeners.add(callback);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    let isAway = false;
    while (!this.isStopping()) {
      try {
        this.apply(await this.ask(this.place, signal));
        isAway = false;
      } catch (error) {
        if (!isAway && !this.isStopping()) this.logger.warn({ err: error }, 'cannot hear what is revoked');
        isAway = true;
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private apply(told: readonly Revocation[]): void {
    const news = told.filter((revocation) => this.remember(revocation));
    this.place = Math.max(this.place, ...told.map(({ seq }) => seq));
    if (news.length === 0) return;
    this.forgetOld();
    for (const listener of this.listeners) listener(news);
  }

  /** False for what was known before. */
  private remember({ sessionId, accountId, kid, at }: Revocation): boolean {
    const told = [
      [this.sessions, sessionId],
      [this.accounts, accountId],
      [this.keys, kid],
    ] as const;
    const [kind, id = null] = told.find(([, one]) => one !== null) ?? [this.sessions];
    const instant = Date.parse(at);
    if (id === null || (kind.get(id) ?? -1) >= instant) return false;
    // Set anew, so that a map stays in the order of time.
    kind.delete(id);
    kind.set(id, instant);
    return true;
  }

  private forgetOld(): void {
    const oldest = this.clock.now().getTime() - KEPT_MS;
    // Keys stay: they are few, and whoever stole one signs tokens that live as long as they like.
    for (const kind of [this.sessions, this.accounts])
      for (const [id, instant] of kind) {
        if (instant > oldest) break;
        kind.delete(id);
      }
  }
}
