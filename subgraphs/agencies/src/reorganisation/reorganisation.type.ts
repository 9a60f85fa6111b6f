import type { AgencyKind, Tie } from '@satu-pintu/domain-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AgencyKindEnum, TieEnum } from '../agency/agency.enums.js';
import { KeyedInput, TreeMutationSuccess } from '../requests/mutation.type.js';
import {
  AgencyCodeTaken,
  AgencyHasUnits,
  SuccessorUnfit,
  treeResult,
  WouldFormCircle,
} from '../requests/problems.type.js';

@InputType({ description: 'A new agency, from today on.' })
export class RegisterAgencyInput extends KeyedInput {
  @Field(() => ID, { description: 'Agency above it: in the house that you coordinate.' })
  parentId!: string;

  @Field(() => String, {
    description:
      'What others call it, for ever: capitals, digits, dots and dashes in parts divided by slashes (`32.73/1.02.01`), up to 60 characters.',
  })
  code!: string;

  @Field(() => String, { description: 'Official Indonesian name, 5 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Usual short name, 2 to 60 characters.' })
  abbreviation?: string | null;

  @Field(() => AgencyKindEnum, {
    defaultValue: AgencyKindEnum.UNIT,
    description: 'What it is; anything but UNIT is for the national desk.',
  })
  kind!: AgencyKind;

  @Field(() => TieEnum, {
    defaultValue: TieEnum.ADMINISTRATIVE,
    description: 'How it hangs under its parent; SUPERVISORY is for the national desk.',
  })
  tie!: Tie;

  @Field(() => ID, {
    nullable: true,
    description: "Region it serves, by Kemendagri code; its parent's when left out.",
  })
  regionCode?: string | null;
}

@ObjectType({ description: 'The agency is registered.' })
class RegisterAgencySuccess extends TreeMutationSuccess {}

export const RegisterAgencyResult = treeResult(
  'RegisterAgencyResult',
  'Outcome of registering an agency.',
  RegisterAgencySuccess,
  AgencyCodeTaken,
);

@InputType({ description: 'What an agency is called from today on; what is left out stays.' })
export class UpdateAgencyInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the agency.' })
  agencyId!: string;

  @Field(() => String, { nullable: true, description: 'Official Indonesian name, 5 to 200 characters.' })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Usual short name, 2 to 60 characters; null takes it away.',
  })
  abbreviation?: string | null;
}

@ObjectType({ description: 'The agency is called so from today on.' })
class UpdateAgencySuccess extends TreeMutationSuccess {}

export const UpdateAgencyResult = treeResult(
  'UpdateAgencyResult',
  'Outcome of changing what an agency is called.',
  UpdateAgencySuccess,
);

@InputType({ description: 'Another place in the tree, from today on; all below moves along.' })
export class MoveAgencyInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the agency that moves.' })
  agencyId!: string;

  @Field(() => ID, { description: 'Agency under which it is to hang; you need rights over both.' })
  parentId!: string;

  @Field(() => TieEnum, {
    nullable: true,
    description: 'How it is to hang there; as now when left out. Only the national desk changes it.',
  })
  tie?: Tie | null;
}

@ObjectType({ description: 'The agency and all below it hang in their new place.' })
class MoveAgencySuccess extends TreeMutationSuccess {}

export const MoveAgencyResult = treeResult(
  'MoveAgencyResult',
  'Outcome of moving an agency.',
  MoveAgencySuccess,
  WouldFormCircle,
);

@InputType({ description: 'The end of an agency, today.' })
export class DissolveAgencyInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the agency that ends.' })
  agencyId!: string;

  @Field(() => ID, { description: 'Agency that takes over its open reports and its duties.' })
  successorId!: string;
}

@ObjectType({ description: 'The agency has ended; its successor takes over its open reports.' })
class DissolveAgencySuccess extends TreeMutationSuccess {}

export const DissolveAgencyResult = treeResult(
  'DissolveAgencyResult',
  'Outcome of ending an agency.',
  DissolveAgencySuccess,
  SuccessorUnfit,
  AgencyHasUnits,
);

@InputType({ description: 'One agency becomes part of another one, today.' })
export class MergeAgenciesInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the agency that ends.' })
  agencyId!: string;

  @Field(() => ID, { description: 'Agency into which it goes, with its units, officers and open reports.' })
  successorId!: string;
}

@ObjectType({ description: 'The agency has ended; all that it had is with its successor.' })
class MergeAgenciesSuccess extends TreeMutationSuccess {}

export const MergeAgenciesResult = treeResult(
  'MergeAgenciesResult',
  'Outcome of merging one agency into another.',
  MergeAgenciesSuccess,
  SuccessorUnfit,
);
