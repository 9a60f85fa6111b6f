import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Address or number, and password of an account.' })
export class SignInInput {
  @Field(() => String, {
    nullable: true,
    description: 'Address of the account; case does not matter. Give this or the number.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Or its mobile number, in any way of writing.',
  })
  phone?: string | null;

  @Field(() => String, { description: 'Its password, at most 128 characters.' })
  password!: string;
}

@InputType({ description: 'The token that is exchanged.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The newest refresh token of the session; it works once.' })
  refreshToken!: string;
}

@InputType({ description: 'Which session to end.' })
export class SignOutInput {
  @Field(() => String, {
    nullable: true,
    description: 'Any refresh token of the session; without it, the session in which the request is made.',
  })
  refreshToken?: string | null;
}

@InputType({ description: 'Which of your sessions to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'As `me.sessions` tells it.' })
  sessionId!: string;
}

@InputType({ description: 'Which of your sessions go on.' })
export class EndAllSessionsInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the session in which the request is made goes on.',
  })
  keepCurrent!: boolean;
}
