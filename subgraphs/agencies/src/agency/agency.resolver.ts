import { isUuid } from '@satu-pintu/domain-kit';
import { badUserInput, type Sealer } from '@satu-pintu/service-kit';
import { DateScalar, type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { AgenciesContext } from '../context.js';
import { presentRegion } from '../regions/region.presenter.js';
import { Region } from '../regions/region.type.js';
import { AgencyFilter } from './agency-filter.input.js';
import { idsInPath } from './agency-path.js';
import { type AgencyCursor, agencyCursor } from './agency-row.js';
import type { AgencyKey } from './agency.loader.js';
import { presentAgency } from './agency.presenter.js';
import { Agency, AgencyConnection } from './agency.type.js';
import { listAgencies } from './list-agencies.query.js';
import { readWords } from './query-words.js';

@ArgsType()
class ChildrenArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many at most, 1 to 100.' })
  override first!: number;
}

@Resolver(() => Agency)
export class AgencyResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<AgencyCursor>,
  ) {}

  @Query(() => Agency, {
    nullable: true,
    description: 'One agency by its code or by its id; give exactly one of them. Null when there is none.',
  })
  async agency(
    @Arg('code', () => ID, { nullable: true, description: 'Code of the agency: `32.73/1.02`.' })
    code: string | null,
    @Arg('id', () => ID, { nullable: true, description: 'Id of the agency.' })
    id: string | null,
    @Arg('at', () => DateScalar, {
      nullable: true,
      description: 'As it was on this day, by the code that it had then; today when left out.',
    })
    at: string | null,
    @Ctx() context: AgenciesContext,
  ): Promise<Agency | null> {
    const asOf = at ?? null;
    if (typeof code === 'string' && typeof id !== 'string') return findAgency({ code, asOf }, context);
    if (typeof id === 'string' && typeof code !== 'string') return findAgency({ id, asOf }, context);
    throw badUserInput('Give either `code` or `id`.');
  }

  @Query(() => AgencyConnection, {
    description: 'Agencies by name; only those that exist today unless asked otherwise.',
  })
  async agencies(
    @Arg('filter', () => AgencyFilter, { nullable: true, description: 'Which agencies; all when left out.' })
    filter: AgencyFilter | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Agency>> {
    const { limit, after } = readPageArgs(page, this.cursors);
    const parentId = filter?.parentId ?? null;
    const canExist = parentId === null || isUuid(parentId);
    const listing = {
      words: readWords(filter?.query ?? null),
      kind: filter?.kind ?? null,
      regionCode: filter?.regionCode ?? null,
      parentId,
      activeOnly: filter?.activeOnly ?? true,
      asOf: filter?.at ?? null,
    };
    const rows = canExist ? await listAgencies(this.database, listing, after, limit + 1) : [];
    return toPage(rows, limit, (row) => presentAgency(row, listing.asOf), agencyCursor, this.cursors);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'Agency above it; null for the national desk.',
  })
  async parent(@Root() agency: Agency, @Ctx() context: AgenciesContext): Promise<Agency | null> {
    return agency.parentId === null ? null : findAgency({ id: agency.parentId, asOf: agency.asOf }, context);
  }

  @FieldResolver(() => AgencyConnection, {
    description: 'Agencies directly below it by name, ended ones included (see `isActive`).',
  })
  async children(
    @Root() agency: Agency,
    @Args(() => ChildrenArgs) page: ChildrenArgs,
    @Ctx() { loaders }: AgenciesContext,
  ): Promise<Page<Agency>> {
    const { limit, after } = readPageArgs(page, this.cursors);
    const { asOf } = agency;
    const rows = await loaders.children.load({ parentId: agency.id, asOf, limit: limit + 1, after });
    return toPage(rows, limit, (row) => presentAgency(row, asOf), agencyCursor, this.cursors);
  }

  @FieldResolver(() => [Agency], {
    description: 'Agencies above it, from the national desk down to its parent; empty for the national desk.',
  })
  async ancestors(@Root() agency: Agency, @Ctx() context: AgenciesContext): Promise<Agency[]> {
    if (agency.asOf !== null) return climb(agency, context);
    const above = idsInPath(agency.path).slice(0, -1);
    const found = await Promise.all(above.map((id) => findAgency({ id }, context)));
    return found.filter((ancestor) => ancestor !== null);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'Agency that took over all its duties; null while it lasts, or when several took them over.',
  })
  async successor(@Root() agency: Agency, @Ctx() context: AgenciesContext): Promise<Agency | null> {
    return agency.successorId === null ? null : findAgency({ id: agency.successorId }, context);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Region it serves; null for the whole country.',
  })
  async region(@Root() agency: Agency, @Ctx() { loaders }: AgenciesContext): Promise<Region | null> {
    const row = agency.regionCode === null ? null : await loaders.region.load(agency.regionCode);
    return row && presentRegion(row);
  }
}

/** `Agency` as other subgraphs refer to it: by id or by code; null for an unknown one. */
export async function resolveAgencyReference(
  reference: { readonly id?: string; readonly code?: string },
  context: AgenciesContext,
): Promise<Agency | null> {
  if (reference.id !== undefined) return findAgency({ id: reference.id }, context);
  return reference.code === undefined ? null : findAgency({ code: reference.code }, context);
}

async function findAgency(key: AgencyKey, { loaders }: AgenciesContext): Promise<Agency | null> {
  const row = await loaders.agency.load(key);
  return row && presentAgency(row, key.asOf);
}

/** What was above an agency on a day; paths tell of today only. */
async function climb({ parentId, asOf }: Agency, context: AgenciesContext): Promise<Agency[]> {
  const parent = parentId === null ? null : await findAgency({ id: parentId, asOf }, context);
  return parent ? [...(await climb(parent, context)), parent] : [];
}
