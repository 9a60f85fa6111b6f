import type { Sealer } from '@satu-pintu/service-kit';
import { type Page, PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { AnalyticsContext } from '../context.js';
import { concernedBy, readQuestion } from './audit-question.rules.js';
import { auditReachOf } from './audit-reach.rules.js';
import { presentAudit } from './audit.presenter.js';
import { AuditEntryConnection, AuditFilter, type AuditTrailEntry } from './audit.type.js';
import { type AuditKey, type AuditRow, findManaged, listAudit } from './audit-trail.query.js';

@ArgsType()
class AuditTrailArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries; all within reach, when absent.' })
  filter?: AuditFilter | null;
}

@Resolver()
export class AuditResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<AuditKey>,
  ) {}

  @Query(() => AuditEntryConnection, {
    description:
      'Who did what, newest first: every mutation, every refusal and every reading of protected data. The national desk and the Ombudsman read all; a coordinator and the administrator of an agency what concerns agencies that they manage. FORBIDDEN for everybody else. What is done is listed within seconds.',
  })
  async auditTrail(
    @Args(() => AuditTrailArgs) args: AuditTrailArgs,
    @Ctx() { viewer }: AnalyticsContext,
  ): Promise<Page<AuditTrailEntry>> {
    const { limit, after } = readPageArgs(args, this.cursors);
    const question = readQuestion(args.filter ?? {});
    const reach = auditReachOf(viewer);
    const managed = reach.kind === 'HOUSES' ? await findManaged(this.database, reach.agencyIds) : [];
    const concerned = question && concernedBy(reach, managed, question.agencyId);
    const rows =
      question === null || concerned?.length === 0
        ? []
        : await listAudit(this.database, concerned, { question, limit: limit + 1, after });
    return toPage(rows, limit, presentAudit, keyOf, this.cursors);
  }
}

function keyOf({ event_id: id, entry: { at } }: AuditRow): AuditKey {
  return { at, id };
}
