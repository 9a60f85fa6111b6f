import { InvalidInput, Problem, resultUnion, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql';
import { OwnerNotProven, ProofInput } from '../account/fresh-proof.type.js';
import { TooManyAttempts } from '../account/sign-up.result.js';
import { Officer } from '../stubs.type.js';
import { ERASED_TEXTS, KEPT_TEXTS } from './erasure-texts.js';
import { ERASED_KINDS, type ErasedKind, KEPT_KINDS, type KeptKind } from './erasure.rules.js';

const ErasedKindEnum = schemaEnum(
  'ErasedKind',
  'What of a person goes with the account.',
  ERASED_KINDS,
  (kind) => ERASED_TEXTS[kind].en,
);

const KeptKindEnum = schemaEnum(
  'KeptKind',
  'What stays without the person.',
  KEPT_KINDS,
  (kind) => KEPT_TEXTS[kind].text.en,
);

@InputType({ description: 'What you say to leave.' })
export class EraseAccountInput {
  @Field(() => ProofInput, { description: 'That it is you who asks.' })
  proof!: ProofInput;

  @Field(() => Boolean, { description: 'True: you know that nobody can bring the account back.' })
  confirm!: boolean;
}

@ObjectType({ description: 'Something of yours that is gone.' })
class ErasedData {
  @Field(() => ErasedKindEnum, { description: 'What it was, for programs.' })
  kind!: ErasedKind;

  @Field(() => Int, { description: 'How many of them, at least 1.' })
  count!: number;

  @Field(() => String, { description: "What it was, for people, in the request's language." })
  text!: string;
}

@ObjectType({ description: 'Something that stays, and no longer leads to you.' })
class KeptData {
  @Field(() => KeptKindEnum, { description: 'What it is, for programs.' })
  kind!: KeptKind;

  @Field(() => Int, { description: 'How many of them, at least 1.' })
  count!: number;

  @Field(() => String, { description: "What it is, for people, in the request's language." })
  text!: string;

  @Field(() => String, { description: "Why it stays, for people, in the request's language." })
  reason!: string;

  @Field(() => String, { description: 'The law that wants it kept, by number and article.' })
  legalBasis!: string;
}

@ObjectType({
  description:
    'The account is gone, and every session of it. This is the notice that article 45 of UU 27/2022 asks for; it is told once.',
})
class EraseAccountSuccess {
  @Field(() => GraphQLISODateTime, { description: 'When it was erased (UTC).' })
  erasedAt!: Date;

  @Field(() => [ErasedData], { description: 'What is gone.' })
  erased!: readonly ErasedData[];

  @Field(() => [KeptData], { description: 'What stays, and why.' })
  kept!: readonly KeptData[];
}

@ObjectType({
  implements: Problem,
  description: 'You still hold a post; the account can go once the agency has ended it.',
})
class PostStillHeld extends Problem {
  @Field(() => [Officer], { description: 'The posts that have to end first.' })
  posts!: readonly Officer[];
}

export const EraseAccountResult = resultUnion('EraseAccountResult', 'Outcome of erasing your account.', [
  EraseAccountSuccess,
  OwnerNotProven,
  PostStillHeld,
  TooManyAttempts,
  InvalidInput,
]);
