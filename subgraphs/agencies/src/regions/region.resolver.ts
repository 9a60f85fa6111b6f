import type { DataSource } from 'typeorm';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AgenciesContext } from '../context.js';
import { listRegions } from './find-regions.query.js';
import { presentRegion } from './region.presenter.js';
import { Region } from './region.type.js';

@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly database: DataSource) {}

  @Query(() => [Region], {
    description:
      'Regions directly inside a region, by name: regencies and cities of a province, districts of a city. Without a parent, the 38 provinces. Empty for an unknown code.',
  })
  async regions(
    @Arg('parentCode', () => ID, {
      nullable: true,
      description: 'Kemendagri code of the region they lie in; null for the provinces.',
    })
    parentCode: string | null,
  ): Promise<Region[]> {
    const rows = await listRegions(this.database, parentCode ?? null);
    return rows.map(presentRegion);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Region it lies in; null for a province.' })
  async parent(@Root() region: Region, @Ctx() { loaders }: AgenciesContext): Promise<Region | null> {
    if (region.parentCode === null) return null;
    const row = await loaders.region.load(region.parentCode);
    return row && presentRegion(row);
  }
}

/** `Region` as other subgraphs refer to it: by code; null for an unknown one. */
export async function resolveRegionReference(
  { code }: { readonly code: string },
  { loaders }: AgenciesContext,
): Promise<Region | null> {
  const row = await loaders.region.load(code);
  return row && presentRegion(row);
}
