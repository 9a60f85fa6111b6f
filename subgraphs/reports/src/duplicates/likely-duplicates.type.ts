import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Report } from '../report/report.type.js';
import {
  LIKENESS_BANDS,
  LIKENESS_REASONS,
  type LikenessBand,
  type LikenessReason,
} from './likeness.rules.js';

const LikenessBandEnum = schemaEnum(
  'Likeness',
  'How likely two reports are about the same incident.',
  LIKENESS_BANDS,
  {
    HIGH: 'Place and matter agree: ask whether it is the same.',
    POSSIBLE: 'Some of it agrees: worth a look.',
  },
);

const LikenessReasonEnum = schemaEnum(
  'LikenessReason',
  'What two reports have in common.',
  LIKENESS_REASONS,
  {
    PLACE: 'Region, street or landmarks.',
    WORDS: 'What they say of the matter.',
    CATEGORY: 'The topic.',
    TIME: 'They were filed within two weeks.',
  },
);

@ObjectType({
  description:
    'A report that may be about the same incident. Help for whoever decides; nothing follows from it.',
})
export class LikelyDuplicate {
  @Field(() => Report, { description: 'The report, as far as the viewer may see it.' })
  report!: Report;

  @Field(() => LikenessBandEnum, { description: 'How likely; the list is in this order.' })
  likeness!: LikenessBand;

  @Field(() => [LikenessReasonEnum], { description: 'What they have in common; each at most once.' })
  matchedOn!: readonly LikenessReason[];
}
