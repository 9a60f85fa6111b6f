import { createSealer, type Sealer, unauthenticated } from '@satu-pintu/service-kit';
import { connectionOf, type Page, presentProblem, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { findViewersAccount } from '../account/find-viewers-account.query.js';
import { User } from '../account/user.type.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { Vault } from '../vault/vault.js';
import type { MarkNotificationsReadCommand } from './mark-notifications-read.command.js';
import { readsAs } from './notification.rules.js';
import { findNotifications, type NotificationRow } from './notification.store.js';
import { tell } from './notification-texts.js';
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadResult,
  Notification,
  NotificationPageArgs,
} from './notification.type.js';

const NotificationConnection = connectionOf(Notification, 'Notification');

/** Place of a notification in the list. */
interface NotificationPlace {
  readonly seq: string;
}

@Resolver(() => User)
export class NotificationResolver {
  private readonly cursors: Sealer<NotificationPlace>;

  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly markRead: MarkNotificationsReadCommand,
    cursorKey: string,
  ) {
    this.cursors = createSealer(cursorKey, 'me.notifications');
  }

  @FieldResolver(() => NotificationConnection, {
    description:
      'What happened to your reports, and to those that your agency holds while you work in a post, newest first. It ' +
      'appears within seconds.',
  })
  async notifications(
    @Root() { id }: User,
    @Args(() => NotificationPageArgs) args: NotificationPageArgs,
    @Ctx() { viewer }: UsersContext,
  ): Promise<Page<Notification>> {
    const { limit, after } = readPageArgs(args, this.cursors);
    const rows = await findNotifications(this.database, this.vault.recipientsOf(id, readsAs(viewer)), {
      after: after?.seq ?? null,
      limit: limit + 1,
      unreadOnly: args.unreadOnly,
    });
    const present = (row: NotificationRow): Notification => this.present(row, viewer.locale);
    return toPage(rows, limit, present, ({ seq }) => ({ seq }), this.cursors);
  }

  @Mutation(() => MarkNotificationsReadResult, { description: 'Mark your notifications as read.' })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput) { ids }: MarkNotificationsReadInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const account = await findViewersAccount(this.database, viewer);
    if (!account) throw unauthenticated();
    const outcome = await this.markRead.execute(ids ?? null, account.id, readsAs(viewer));
    return outcome.ok
      ? { __typename: 'MarkNotificationsReadSuccess', marked: outcome.value }
      : presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
  }

  private present(row: NotificationRow, locale: UsersContext['viewer']['locale']): Notification {
    const { reportId, trackingId } = this.vault.openReport(row.sealed_report);
    return {
      id: row.id,
      kind: row.kind,
      text: tell(row.kind, row.audience, trackingId, locale),
      report: { id: reportId },
      createdAt: row.at,
      readAt: row.read_at,
    };
  }
}
