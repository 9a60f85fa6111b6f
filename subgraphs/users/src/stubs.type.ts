import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A report; the reports subgraph tells the rest.' })
export class Report {
  @Field(() => ID, { description: 'Random; says nothing by itself.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A post in an agency; the agencies subgraph tells the rest.' })
export class Officer {
  @Field(() => ID, { description: 'Id of the post.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'An agency; the agencies subgraph tells the rest.' })
export class Agency {
  @Field(() => ID, { description: 'Id of the agency.' })
  id!: string;
}
