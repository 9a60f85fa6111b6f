import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { UsersContext } from '../users-context.js';
import { type HandleClaims, readHandle, receiptAppointment } from './reporter.rules.js';
import { Reporter } from './reporter.type.js';
import type { VaultEntry } from './vault-links.query.js';

@Resolver(() => Reporter)
export class ReporterResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name the reporter chose. Unless it is your own, reading it leaves a receipt that the reporter can see: your ' +
      'role, your agency and the time. Null when the account is gone.',
  })
  displayName(@Root() { entry }: Reporter, @Ctx() { reporterNames }: UsersContext): Promise<string | null> {
    return reporterNames.load(entry);
  }
}

/** Opens the handles that reports seals. Whatever is wrong with one, the answer is null. */
export class ReporterReference {
  private readonly handles: Sealer<HandleClaims>;

  constructor(
    handleKey: string,
    private readonly clock: Clock,
  ) {
    this.handles = createSealer(handleKey, 'reporter-handle');
  }

  async resolve(
    handle: string,
    { viewer, vaultEntries, withheldReporters }: UsersContext,
  ): Promise<Reporter | null> {
    const claims = readHandle(this.handles.open(handle), viewer, this.clock.now());
    if (claims === null) return null;
    const entry = (await vaultEntries.load(claims.reportId)) ?? ownEntry(claims, viewer);
    if (entry === null) return null;
    const isMe = entry.accountId === viewer.accountId;
    if (!isMe && receiptAppointment(viewer) === null) return null;
    // Sealed in the minutes before the report was made anonymous.
    if (!isMe && (await withheldReporters.load(claims.reportId))) return null;
    return Object.assign(new Reporter(), { handle, isMe, entry });
  }
}

/** A report filed a moment ago: the vault may not have heard of it yet, but its own reporter is known. */
function ownEntry({ reportId, isOwn }: HandleClaims, { accountId }: Viewer): VaultEntry | null {
  return isOwn && accountId !== null ? { reportId, accountId } : null;
}
