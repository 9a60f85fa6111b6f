import { permitOnReport } from '@satu-pintu/authorization';
import { ADMIN_ROLES, type Decision, type Locale } from '@satu-pintu/domain-kit';
import type { Sealer } from '@satu-pintu/service-kit';
import { connectionOf, type Page, presentProblem, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { belongsTo } from '../hierarchy/standing.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { ChangeTemplate } from './change-template.command.js';
import type { CreateTemplate } from './create-template.command.js';
import { fillTemplate } from './template.rules.js';
import { listTemplates, type TemplateKey, type TemplateRow } from './template.store.js';
import {
  AnswerTemplate,
  AnswerTemplateArgs,
  ChangeAnswerTemplateInput,
  ChangeAnswerTemplateResult,
  CreateAnswerTemplateInput,
  CreateAnswerTemplateResult,
} from './template.type.js';

const AnswerTemplateConnection = connectionOf(AnswerTemplate, 'AnswerTemplate');

@Resolver(() => AnswerTemplate)
export class TemplateResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<TemplateKey>,
    private readonly create: CreateTemplate,
    private readonly change: ChangeTemplate,
  ) {}

  @Query(() => AnswerTemplateConnection, {
    description:
      'Templates for the answers of an agency: its own and those of the agencies above it in its house, by name. Empty for whoever neither works there nor manages it.',
  })
  async answerTemplates(
    @Args(() => AnswerTemplateArgs) args: AnswerTemplateArgs,
    @Ctx() { door, loaders }: ReportsContext,
  ): Promise<Page<AnswerTemplate>> {
    const { limit, after } = readPageArgs(args, this.cursors);
    const posts = await door.posts();
    const agency = posts.length > 0 ? await loaders.agencies.load(args.agencyId) : null;
    const managed = posts
      .filter(({ role }) => ADMIN_ROLES.includes(role))
      .map(({ place }) => place.housePath);
    const withInactiveOf = args.includeInactive ? managed : [];
    const rows =
      agency && belongsTo(posts, agency)
        ? await listTemplates(this.database.manager, {
            agencyId: agency.id,
            withInactiveOf,
            after,
            limit: limit + 1,
          })
        : [];
    const keyOf = ({ sortedBy: name, id }: TemplateRow): TemplateKey => ({ name, id });
    return toPage(rows, limit, presentTemplate, keyOf, this.cursors);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The text about one report; null for a report that you cannot answer.',
  })
  async filled(
    @Root() { body }: AnswerTemplate,
    @Arg('reportId', () => ID, { description: 'Id of the report.' }) reportId: string,
    @Ctx() { door, loaders }: ReportsContext,
  ): Promise<string | null> {
    const report = await door.open(await loaders.reports.load(reportId));
    // The title as filed may say more than the public is to read, and an answer is public.
    const title = report?.row.publicTitle;
    if (!report || typeof title !== 'string' || !permitOnReport('FOLLOW_UP', report.standing)) return null;
    const holder = await loaders.agencies.load(report.row.holderAgencyId);
    return fillTemplate(body, { trackingId: report.trackingId, title, agency: holder?.name ?? '' });
  }

  @Mutation(() => CreateAnswerTemplateResult, {
    description: 'Offer a new text for answers to the officers of an agency and of those below it.',
  })
  async createAnswerTemplate(
    @Arg('input') input: CreateAnswerTemplateInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.create.execute(input, viewer);
    return present('CreateAnswerTemplateSuccess', outcome, viewer.locale);
  }

  @Mutation(() => ChangeAnswerTemplateResult, { description: 'Write a template anew, or put it aside.' })
  async changeAnswerTemplate(
    @Arg('input') input: ChangeAnswerTemplateInput,
    @Ctx() { viewer }: ReportsContext,
  ): Promise<object> {
    const outcome = await this.change.execute(input, viewer);
    return present('ChangeAnswerTemplateSuccess', outcome, viewer.locale);
  }
}

function present(
  successName: string,
  outcome: Decision<TemplateRow | null, { readonly kind: string }>,
  locale: Locale,
): object {
  if (!outcome.ok) return presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, locale);
  return { __typename: successName, template: outcome.value && presentTemplate(outcome.value) };
}

function presentTemplate(row: TemplateRow): AnswerTemplate {
  const { id, version, name, body, outcome, isActive } = row;
  const fields = { id, version, name, body, outcome, isActive, agency: { id: row.agencyId } };
  return Object.assign(new AnswerTemplate(), fields);
}
