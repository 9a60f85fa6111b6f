import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { Escalation } from './escalation.type.js';
import { mayLearnOfNotice } from './notice-sight.rules.js';

@Resolver(() => Report)
export class EscalationResolver {
  @FieldResolver(() => [Escalation], {
    description:
      'Breaches that were told upwards, oldest first; for the reporter, the office and those above it, and the Ombudsman. Empty for others.',
  })
  async escalations(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<Escalation[]> {
    if (!mayLearnOfNotice('ESCALATE', report.standing)) return [];
    const rows = await loaders.escalations.load(report.id);
    return rows.map(({ clock, to_agency_id: id, at }) => ({ clock, to: { id }, at }));
  }
}
