import { InvalidInput, Problem, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType({
  description: 'A file that is about to be sent. Its name is not asked for: names tell of people.',
})
export class RequestUploadInput {
  @Field(() => String, {
    description:
      '`image/jpeg`, `image/png`, `image/webp` or `application/pdf`. What comes is recognised anew.',
  })
  mediaType!: string;

  @Field(() => Int, { description: 'How long it is, in bytes; at most 20 MiB (20,971,520).' })
  bytes!: number;
}

@ObjectType({ description: 'A place for one file, which then can be attached to a report.' })
class Upload {
  @Field(() => ID, { description: 'What `attachmentIds` take. Keep it to yourself until it is attached.' })
  id!: string;

  @Field(() => String, {
    description:
      'Path at the server of this graph: send the bytes there by `PUT`, once. The answer is 201, or says what is wrong with the file.',
  })
  address!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when the address takes the file, UTC.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'The most that it takes, in bytes.' })
  maxBytes!: number;
}

@ObjectType({ description: 'Send the file now; it is kept for 24 hours unless it is attached.' })
class RequestUploadSuccess {
  @Field(() => Upload, { description: 'Where to send it.' })
  upload!: Upload;
}

@ObjectType({ implements: Problem, description: 'The file is longer than 20 MiB.' })
class FileTooLarge extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'Files of this kind are not taken: only JPEG, PNG, WebP and PDF.',
})
class FileTypeNotAccepted extends Problem {}

export const RequestUploadResult = resultUnion('RequestUploadResult', 'Outcome of asking for an upload.', [
  RequestUploadSuccess,
  FileTypeNotAccepted,
  FileTooLarge,
  InvalidInput,
]);
