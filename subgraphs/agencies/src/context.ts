import type { Viewer } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { type AgencyLoader, createAgencyLoader } from './agency/agency.loader.js';
import { type ChildrenLoader, createChildrenLoader } from './agency/children.loader.js';
import { findLostPosts } from './officers/lost-posts.query.js';
import { createOfficerLoader, type OfficerLoader } from './officers/officer.loader.js';
import { createOfficersLoader, type OfficersLoader } from './officers/officers-of-agency.loader.js';
import { createRegionLoader, type RegionLoader } from './regions/region.loader.js';
import { createStaffLoader, type StaffLoader } from './staff/staff.loader.js';

/** Lookups that live as long as one request. */
export interface Loaders {
  readonly agency: AgencyLoader;
  readonly children: ChildrenLoader;
  readonly officer: OfficerLoader;
  readonly officers: OfficersLoader;
  readonly region: RegionLoader;
  readonly staff: StaffLoader;
  /** Posts of the viewer that are theirs no more; looked up once, when somebody asks. */
  readonly lostPosts: () => Promise<ReadonlySet<string>>;
}

/** What every resolver of this subgraph is given. */
export interface AgenciesContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
}

/** Fresh for every request: nothing that one viewer looked up is answered to another. */
export function createAgenciesContext(database: DataSource, viewer: Viewer): AgenciesContext {
  const ownAgencyIds = viewer.appointments.map((appointment) => appointment.agencyId);
  let lost: Promise<ReadonlySet<string>> | null = null;
  return {
    viewer,
    loaders: {
      agency: createAgencyLoader(database, ownAgencyIds),
      children: createChildrenLoader(database),
      officer: createOfficerLoader(database),
      officers: createOfficersLoader(database),
      region: createRegionLoader(database),
      staff: createStaffLoader(database),
      lostPosts: () => (lost ??= findLostPosts(database, viewer)),
    },
  };
}
