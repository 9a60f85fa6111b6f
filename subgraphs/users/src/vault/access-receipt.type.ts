import type { OfficerRole } from '@satu-pintu/domain-kit';
import { OfficerRoleEnum, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Agency, Report } from '../stubs.type.js';

const AccessPurposeEnum = schemaEnum(
  'AccessPurpose',
  'What someone learned of who stands behind a report.',
  ['READ_NAME'],
  { READ_NAME: 'The display name, in ordinary work on a report that is not anonymous.' },
);

@ObjectType({
  description: 'Someone looked at who you are. Written before they were shown it, and never changed.',
})
export class AccessReceipt {
  @Field(() => ID, { description: 'Random id of the receipt.' })
  id!: string;

  @Field(() => Report, { description: 'Your report on which they worked.' })
  report!: Report;

  @Field(() => OfficerRoleEnum, { description: 'Role in which they looked.' })
  role!: OfficerRole;

  @Field(() => Agency, { description: 'Agency for which they looked.' })
  agency!: Agency;

  @Field(() => AccessPurposeEnum, { description: 'What they learned.' })
  purpose!: 'READ_NAME';

  @Field(() => GraphQLISODateTime, { description: 'When (UTC).' })
  at!: Date;
}
