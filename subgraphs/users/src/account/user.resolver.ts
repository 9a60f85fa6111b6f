import type { Clock } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { connectionOf, type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { findAppointments } from '../appointment/appointments.query.js';
import { findSecondFactor } from '../second-factor/second-factor.store.js';
import { SecondFactor } from '../second-factor/second-factor.type.js';
import { Session } from '../session/session.type.js';
import { findLiveSessions } from '../session/session.store.js';
import { Officer, Report } from '../stubs.type.js';
import type { UsersContext } from '../users-context.js';
import { AccessReceipt } from '../vault/access-receipt.type.js';
import { findAccessReceipts, type ReceiptPlace } from '../vault/access-receipts.query.js';
import { findOwnReports, type OwnReportPlace } from '../vault/vault-links.query.js';
import type { Vault } from '../vault/vault.js';
import { findViewersAccount } from './find-viewers-account.query.js';
import { User } from './user.type.js';

const ReportConnection = connectionOf(Report, 'Report');
const AccessReceiptConnection = connectionOf(AccessReceipt, 'AccessReceipt');

/** Every root here is the viewer's own account: `me` and the reference both see to that. */
@Resolver(() => User)
export class UserResolver {
  private readonly reportCursors: Sealer<OwnReportPlace>;
  private readonly receiptCursors: Sealer<ReceiptPlace>;

  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
    cursorKey: string,
  ) {
    this.reportCursors = createSealer(cursorKey, 'me.reports');
    this.receiptCursors = createSealer(cursorKey, 'me.accessReceipts');
  }

  @Query(() => User, {
    nullable: true,
    description: 'Your own account; null for a visitor and after signing out.',
  })
  async me(@Ctx() { viewer }: UsersContext): Promise<User | null> {
    const account = await findViewersAccount(this.database, viewer);
    if (!account) return null;
    const { sealedPhone, ...seen } = account;
    const phone = sealedPhone === null ? null : this.vault.openPhone(sealedPhone);
    return Object.assign(new User(), seen, { phone });
  }

  @FieldResolver(() => [Officer], {
    description:
      'The posts you hold now; none for a citizen. A new post shows up within seconds of its appointment.',
  })
  async appointments(@Root() { id }: User): Promise<readonly Officer[]> {
    const appointments = await findAppointments(this.database.manager, id);
    return appointments.map(({ officerId }) => ({ id: officerId }));
  }

  @FieldResolver(() => [Session], {
    description: 'Your sign-ins that still work, the one used last first, at most 50.',
  })
  async sessions(@Root() { id }: User, @Ctx() { viewer }: UsersContext): Promise<readonly Session[]> {
    const sessions = await findLiveSessions(this.database, id, this.clock.now());
    return sessions.map((session) => ({ ...session, isCurrent: session.id === viewer.sessionId }));
  }

  @FieldResolver(() => SecondFactor, {
    nullable: true,
    description: 'The authenticator app that you set up; null without one.',
  })
  secondFactor(@Root() { id }: User): Promise<SecondFactor | null> {
    return findSecondFactor(this.database, id);
  }

  @FieldResolver(() => ReportConnection, {
    description:
      'Reports you submitted while signed in, anonymous ones included, newest first. A new one appears within seconds.',
  })
  async reports(@Root() { id }: User, @Args(() => PageArgs) args: PageArgs): Promise<Page<Report>> {
    const { limit, after } = readPageArgs(args, this.reportCursors);
    const rows = await findOwnReports(this.database, this.vault.hashAccountId(id), after, limit + 1);
    return toPage(
      rows,
      limit,
      ({ reportId }) => ({ id: reportId }),
      ({ reportId, submittedAt }) => ({ at: submittedAt.toISOString(), reportId }),
      this.reportCursors,
    );
  }

  @FieldResolver(() => AccessReceiptConnection, {
    description: 'Who looked at your identity behind your reports, newest first.',
  })
  async accessReceipts(
    @Root() { id }: User,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<AccessReceipt>> {
    const { limit, after } = readPageArgs(args, this.receiptCursors);
    const rows = await findAccessReceipts(this.database, this.vault.hashAccountId(id), after, limit + 1);
    return toPage(
      rows,
      limit,
      ({ report_id, agency_id, ...row }) => ({
        ...row,
        report: { id: report_id },
        agency: { id: agency_id },
      }),
      (row) => ({ at: row.at.toISOString(), id: row.id }),
      this.receiptCursors,
    );
  }
}
