import { permitOnReport } from '@satu-pintu/authorization';
import { badUserInput } from '@satu-pintu/service-kit';
import { readDraft, readDraftPlace, ReportDraft } from '@satu-pintu/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { type Compared, findLikelyDuplicates } from './find-likely-duplicates.query.js';
import type { Likeness } from './likeness.rules.js';
import { LikelyDuplicate } from './likely-duplicates.type.js';

const MOST = 5;

@Resolver(() => Report)
export class LikelyDuplicatesResolver {
  constructor(
    private readonly database: DataSource,
    private readonly now: () => Date,
  ) {}

  @Query(() => [LikelyDuplicate], {
    description:
      'Reports of the last 90 days that may be about the same incident as one that is about to be filed, the likeliest first: at most 5 that the viewer may see. Support one of them instead of filing it again.',
  })
  async likelyDuplicates(
    @Arg('draft', () => ReportDraft, { description: 'What is known of the report.' }) draft: ReportDraft,
    @Arg('place', () => String, {
      nullable: true,
      description: 'Place of the incident in words, at most 300 characters.',
    })
    place: string | undefined,
    @Arg('agencyId', () => ID, { nullable: true, description: 'Agency that it would be addressed to.' })
    agencyId: string | undefined,
    @Ctx() context: ReportsContext,
  ): Promise<LikelyDuplicate[]> {
    const { title, body, ...known } = readDraft(draft);
    const sought = {
      ...known,
      title: title ?? '',
      body: body ?? '',
      place: readDraftPlace(place),
      agencyId: agencyId ?? null,
      id: null,
      at: this.now(),
    };
    return present(await findLikelyDuplicates(this.database.manager, sought, MOST, context));
  }

  @FieldResolver(() => [LikelyDuplicate], {
    name: 'likelyDuplicates',
    description:
      'Reports that may be about the same incident, filed from 90 days before it on, the likeliest first; for who may merge it. Empty for everybody else. At most five searches in one request, else BAD_USER_INPUT.',
  })
  async likelyDuplicatesOf(
    @Root() { row, standing, title, body, place }: Report,
    @Arg('first', () => Int, { defaultValue: MOST, description: 'How many at most, 1 to 5.' }) first: number,
    @Ctx() context: ReportsContext,
  ): Promise<LikelyDuplicate[]> {
    if (first < 1 || first > MOST) throw badUserInput(`\`first\` must be from 1 to ${String(MOST)}.`);
    if (!permitOnReport('TAKE_IN', standing) || title === null || body === null) return [];
    const sought = {
      id: row.id,
      title,
      body,
      place: place?.description ?? null,
      categoryId: row.categoryId,
      regionCode: row.regionCode,
      agencyId: row.holderAgencyId,
      at: row.submittedAt,
    };
    return present(await findLikelyDuplicates(this.database.manager, sought, first, context));
  }
}

function present(found: readonly Likeness<Compared>[]): LikelyDuplicate[] {
  return found.map(({ item, band, matchedOn }) =>
    Object.assign(new LikelyDuplicate(), { report: item.report, likeness: band, matchedOn }),
  );
}
