import { OFFICER_ROLE_MEANINGS, OFFICER_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';
import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Agency, Report } from '../stubs.type.js';

const OfficerRoleEnum = Object.fromEntries(OFFICER_ROLES.map((role) => [role, role]));
registerEnumType(OfficerRoleEnum, {
  name: 'OfficerRole',
  description: 'What an officer is appointed to do in an agency.',
  valuesConfig: Object.fromEntries(
    OFFICER_ROLES.map((role) => [role, { description: OFFICER_ROLE_MEANINGS[role] }]),
  ),
});

const AccessPurposeEnum = { READ_NAME: 'READ_NAME' } as const;
registerEnumType(AccessPurposeEnum, {
  name: 'AccessPurpose',
  description: 'What someone learned of who stands behind a report.',
  valuesConfig: {
    READ_NAME: { description: 'The display name, in ordinary work on a report that is not anonymous.' },
  },
});

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
