import type { Sealer } from '@satu-pintu/service-kit';
import { type Page, PageArgs, presentProblem, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { presentAgency } from '../agency/agency.presenter.js';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import { AGENCIES_PROBLEM_TEXTS } from '../requests/problem-texts.js';
import { type ImportAddresses, MAX_BYTES } from './import-address.js';
import { RowOutcomeEnum } from './import.enums.js';
import type { RowOutcome } from './row-outcome.js';
import { presentImport, presentImportRow } from './import.presenter.js';
import { findImport, listImportRows } from './import.store.js';
import { Import, type ImportRow, ImportRowConnection } from './import.type.js';
import type { RequestImport } from './request-import.command.js';
import { RequestImportInput, RequestImportResult } from './request-import.type.js';

/** Where a row stands among the outcomes of an import. */
export interface ImportRowCursor {
  readonly place: number;
}

/** What imports are asked for and shown with. */
export interface ImportShowing {
  readonly database: DataSource;
  readonly request: RequestImport;
  readonly addresses: ImportAddresses;
  readonly cursors: Sealer<ImportRowCursor>;
  readonly now: () => Date;
}

@Resolver(() => Import)
export class ImportResolver {
  constructor(private readonly parts: ImportShowing) {}

  @Mutation(() => RequestImportResult, {
    description:
      'Ask for an import of many units or officers at once, and get an address for its file. Each row is judged like the mutation that it stands for.',
  })
  async requestImport(
    @Arg('input', () => RequestImportInput) input: RequestImportInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const { request, database, addresses, now } = this.parts;
    const outcome = await request.execute(input, context.viewer);
    if (!outcome.ok) return presentProblem(outcome.refusal, AGENCIES_PROBLEM_TEXTS, context.viewer.locale);
    const opened = await presentImport(await findImport(database.manager, outcome.value), context);
    if (!opened) return presentProblem({ kind: 'NotAllowed' }, AGENCIES_PROBLEM_TEXTS, context.viewer.locale);
    const { path, expiresAt } = addresses.make(opened.id, now());
    const upload = { address: path, expiresAt, maxBytes: MAX_BYTES };
    return { __typename: 'RequestImportSuccess', import: opened, upload };
  }

  @Query(() => Import, {
    nullable: true,
    description:
      'An import and how far it is; null unless you may import for its agency, and when it is forgotten.',
  })
  async import(
    @Arg('id', () => ID, { description: 'Id of the import.' }) id: string,
    @Ctx() context: AgenciesContext,
  ): Promise<Import | null> {
    return presentImport(await findImport(this.parts.database.manager, id), context);
  }

  @FieldResolver(() => Agency, { description: 'Agency for which it is.' })
  async agency(@Root() { agencyId }: Import, @Ctx() { loaders }: AgenciesContext): Promise<Agency> {
    const row = await loaders.agency.load({ id: agencyId });
    if (!row) throw new Error(`An import is for agency ${agencyId}, which does not exist.`);
    return presentAgency(row);
  }

  @FieldResolver(() => ImportRowConnection, {
    description: 'What became of each row, in the order of the file; empty before it is over.',
  })
  async rows(
    @Root() { id }: Import,
    @Arg('outcome', () => RowOutcomeEnum, {
      nullable: true,
      description: 'Only rows that came to this; all when left out.',
    })
    outcome: RowOutcome | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { viewer }: AgenciesContext,
  ): Promise<Page<ImportRow>> {
    const { database, cursors } = this.parts;
    const { limit, after } = readPageArgs(page, cursors);
    const rows = await listImportRows(database.manager, id, outcome ?? null, after?.place ?? -1, limit + 1);
    return toPage(
      rows,
      limit,
      (row) => presentImportRow(row, viewer.locale),
      ({ place }) => ({ place }),
      cursors,
    );
  }
}
