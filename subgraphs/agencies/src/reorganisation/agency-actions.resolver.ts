import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { AGENCY_ACTIONS, type AgencyAction, agencyActionsOn } from './agency-actions.rules.js';

const AgencyActionEnum = schemaEnum(
  'AgencyAction',
  'Something that a viewer may do with an agency; each is the mutation of that name.',
  AGENCY_ACTIONS,
  {
    REGISTER_AGENCY: 'Register an agency below it.',
    UPDATE_AGENCY: 'Change what it is called.',
    MOVE_AGENCY: 'Take it to another place, where you need the right as well.',
    DISSOLVE_AGENCY: 'End it, with a successor.',
    MERGE_AGENCIES: 'Make it part of another one.',
    REQUEST_IMPORT: 'Import units or officers for it; each row needs its own right besides.',
  },
);

@Resolver(() => Agency)
export class AgencyActionsResolver {
  @FieldResolver(() => [AgencyActionEnum], {
    description: 'What you may do with it now, by the same table that the mutations ask; empty for citizens.',
  })
  async viewerActions(
    @Root() agency: Agency,
    @Ctx() context: AgenciesContext,
  ): Promise<readonly AgencyAction[]> {
    return agencyActionsOn(agency, await viewerPosts(context));
  }
}
