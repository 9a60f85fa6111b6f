import { Ctx, FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { AGENCY_ACTIONS, type AgencyAction, agencyActionsOn } from './agency-actions.rules.js';

const AgencyActionName = Object.fromEntries(AGENCY_ACTIONS.map((action) => [action, action])) as Record<
  AgencyAction,
  AgencyAction
>;

registerEnumType(AgencyActionName, {
  name: 'AgencyAction',
  description: 'Something that a viewer may do with an agency; each is the mutation of that name.',
  valuesConfig: {
    REGISTER_AGENCY: { description: 'Register an agency below it.' },
    UPDATE_AGENCY: { description: 'Change what it is called.' },
    MOVE_AGENCY: { description: 'Take it to another place, where you need the right as well.' },
    DISSOLVE_AGENCY: { description: 'End it, with a successor.' },
    MERGE_AGENCIES: { description: 'Make it part of another one.' },
    REQUEST_IMPORT: { description: 'Import units or officers for it; each row needs its own right besides.' },
  },
});

@Resolver(() => Agency)
export class AgencyActionsResolver {
  @FieldResolver(() => [AgencyActionName], {
    description: 'What you may do with it now, by the same table that the mutations ask; empty for citizens.',
  })
  async viewerActions(
    @Root() agency: Agency,
    @Ctx() context: AgenciesContext,
  ): Promise<readonly AgencyAction[]> {
    return agencyActionsOn(agency, await viewerPosts(context));
  }
}
