import type { Locale } from '@satu-pintu/domain-kit';
import { unauthenticated } from '@satu-pintu/service-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { findViewersAccount } from '../account/find-viewers-account.query.js';
import { USERS_PROBLEMS } from '../problem-texts.js';
import type { UsersContext } from '../users-context.js';
import type { EraseAccountCommand } from './erase-account.command.js';
import { EraseAccountInput, EraseAccountResult } from './erase-account.type.js';
import { ERASED_TEXTS, KEPT_TEXTS } from './erasure-texts.js';
import type { ErasureReceipt } from './erasure.rules.js';

@Resolver()
export class EraseAccountResolver {
  constructor(
    private readonly database: DataSource,
    private readonly command: EraseAccountCommand,
  ) {}

  @Mutation(() => EraseAccountResult, {
    description:
      'Erase your account for good (UU 27/2022, articles 8, 43 and 44). Your reports go on without you; every session ' +
      'ends within a second. The address can be used for a new account, which gets nothing of the old one. Raises ' +
      'UNAUTHENTICATED unless you are signed in.',
  })
  async eraseAccount(
    @Arg('input', () => EraseAccountInput) input: EraseAccountInput,
    @Ctx() { viewer }: UsersContext,
  ): Promise<object> {
    const account = await findViewersAccount(this.database, viewer);
    if (!account) throw unauthenticated();
    const outcome = await this.command.execute(input, account.id);
    if (outcome.ok) return present(outcome.value, viewer.locale);
    const problem = presentProblem(outcome.refusal, USERS_PROBLEMS, viewer.locale);
    return 'officerIds' in problem
      ? { ...problem, posts: problem.officerIds.map((id) => ({ id })) }
      : problem;
  }
}

function present({ erasedAt, erased, kept }: ErasureReceipt, locale: Locale): object {
  return {
    __typename: 'EraseAccountSuccess',
    erasedAt,
    erased: erased.map((one) => ({ ...one, text: ERASED_TEXTS[one.kind][locale] })),
    kept: kept.map((one) => {
      const { text, reason, legalBasis } = KEPT_TEXTS[one.kind];
      return { ...one, text: text[locale], reason: reason[locale], legalBasis };
    }),
  };
}
