import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { VaultEntry } from './vault-links.query.js';

@Directive('@key(fields: "handle")')
@ObjectType({
  description:
    'Who stands behind a report, as far as you may know. There is no way from here to an account, and two reports of ' +
    'one person have handles that cannot be compared.',
})
export class Reporter {
  @Field(() => ID, {
    description:
      'Sealed for you alone and for five minutes; a new one comes with each reading of the report.',
  })
  handle!: string;

  @Field(() => Boolean, { description: 'Whether it is you.' })
  isMe!: boolean;

  /** For the fields of this type; not part of the schema. */
  entry!: VaultEntry;
}
