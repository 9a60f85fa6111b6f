import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An agency, by its id; agencies knows the rest. This subgraph adds the reports it holds. */
@Directive('@key(fields: "id")')
@ObjectType('Agency', { description: 'A public body or one of its units (instansi).' })
export class AgencyReference {
  @Field(() => ID, { description: 'Id of the agency.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Officer', { description: "A person's post in an agency." })
export class OfficerReference {
  @Field(() => ID, { description: 'Id of the post.' })
  id!: string;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Region', { description: 'A province, regency, city or district.' })
export class RegionReference {
  @Field(() => ID, { description: 'Kemendagri code: `32.73`.' })
  code!: string;
}

/** Who reported, as a sealed handle that only users can open, for this viewer and a few minutes. */
@Directive('@key(fields: "handle", resolvable: false)')
@ObjectType('Reporter', { description: 'Who reported, as far as this viewer may know it.' })
export class ReporterReference {
  @Field(() => ID, {
    description: 'Sealed for this viewer and a few minutes; means nothing to anybody else.',
  })
  handle!: string;
}
