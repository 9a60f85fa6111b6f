import {
  AgencyNotFound,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  resultUnion,
} from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../requests/mutation.type.js';
import { ImportKindEnum } from './import.enums.js';
import type { ImportKind } from './import-record.js';
import { Import } from './import.type.js';

@InputType({
  description: 'A CSV that is to be sent: UTF-8, commas or semicolons, a heading with the columns.',
})
export class RequestImportInput extends KeyedInput {
  @Field(() => ID, {
    description: 'Agency for which it is, and whose administrators may read how it went: mostly your own.',
  })
  agencyId!: string;

  @Field(() => ImportKindEnum, { description: 'What the file holds.' })
  kind!: ImportKind;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'True to see what every row would do, and change nothing.',
  })
  isDryRun!: boolean;
}

@ObjectType({ description: 'A place for the file of one import.' })
class ImportUpload {
  @Field(() => String, {
    description:
      'Path at the server of this graph: send the bytes there by `PUT`, once. The answer is 202, or says why the file is not taken.',
  })
  address!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when the address takes the file, UTC.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'The most that it takes, in bytes.' })
  maxBytes!: number;
}

@ObjectType({ description: 'Send the file now; the import begins when it is here.' })
class RequestImportSuccess {
  @Field(() => Import, { description: 'The import, which awaits its file.' })
  import!: Import;

  @Field(() => ImportUpload, { description: 'Where to send it.' })
  upload!: ImportUpload;
}

export const RequestImportResult = resultUnion('RequestImportResult', 'Outcome of asking for an import.', [
  RequestImportSuccess,
  AgencyNotFound,
  NotAllowed,
  InvalidInput,
  IdempotencyConflict,
]);
