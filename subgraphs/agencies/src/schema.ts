import { printSubgraph, type SubgraphParts } from '@satu-pintu/subgraph-kit';
import { AgencyResolver, resolveAgencyReference } from './agency/agency.resolver.js';
import { AppointmentsResolver } from './appointments/appointments.resolver.js';
import type { AgenciesContext } from './context.js';
import {
  AgencyOfficersResolver,
  OfficerResolver,
  resolveOfficerReference,
} from './officers/officer.resolver.js';
import { policies } from './policies.js';
import { AgencyExportResolver, InvitationsResolver } from './exports/export.resolver.js';
import { ImportResolver } from './imports/import.resolver.js';
import { RegionResolver, resolveRegionReference } from './regions/region.resolver.js';
import { AgencyActionsResolver } from './reorganisation/agency-actions.resolver.js';
import { ReorganisationResolver } from './reorganisation/reorganisation.resolver.js';
import { StaffResolver } from './staff/staff.resolver.js';
import { CoverageResolver } from './suggestion/coverage.resolver.js';

/** What the subgraph is made of, but for the resolver objects, which need a database. */
export const agenciesParts: SubgraphParts<AgenciesContext> = {
  resolvers: [
    AgencyResolver,
    AgencyOfficersResolver,
    StaffResolver,
    OfficerResolver,
    RegionResolver,
    CoverageResolver,
    ReorganisationResolver,
    AgencyActionsResolver,
    AppointmentsResolver,
    ImportResolver,
    InvitationsResolver,
    AgencyExportResolver,
  ],
  policies,
  references: {
    Agency: resolveAgencyReference,
    Officer: resolveOfficerReference,
    Region: resolveRegionReference,
  },
};

/** The subgraph's SDL as it is committed to `schema.graphql`. */
export function printSchema(): string {
  return printSubgraph(agenciesParts);
}
