import { unauthenticated } from '@satu-pintu/service-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { User } from '../account/user.type.js';
import { readsAs } from '../notification/notification.rules.js';
import type { UsersContext } from '../users-context.js';
import type { AccountExportQuery } from './account-export.query.js';
import { AccountExport } from './account-export.type.js';

/** Every root here is the viewer's own account. */
@Resolver(() => User)
export class AccountExportResolver {
  constructor(private readonly query: AccountExportQuery) {}

  @FieldResolver(() => AccountExport, {
    description: 'A copy of everything that is kept about you, beside what stands in your reports.',
  })
  async export(@Root() { id }: User, @Ctx() { viewer }: UsersContext): Promise<AccountExport> {
    const found = await this.query.execute(id, readsAs(viewer));
    if (!found) throw unauthenticated();
    const { generatedAt, cutShort } = found;
    return {
      json: JSON.stringify(found),
      fileName: `satu-pintu-${generatedAt.toISOString().slice(0, 10)}.json`,
      generatedAt,
      isComplete: cutShort.length === 0,
    };
  }
}
