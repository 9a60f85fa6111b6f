import { describe, expect, it } from '@jest/globals';
import { Supergraph } from '@apollo/federation-internals';
import { getOperationAST, type GraphQLError, parse, validate } from 'graphql';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import type { Asker } from '../src/identity/asker.js';
import { composeSupergraph } from '../src/planning/compose-supergraph.js';
import { withoutEnforcedFeatures } from '../src/policy/enforced-features.js';
import { createGuard, type Refused } from '../src/policy/guard.js';
import { readPolicyTable } from '../src/policy/policy-table.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@external", "@requires", "@authenticated", "@requiresScopes", "@policy"])`;

/** Things that can be found in several ways: a person hides a secret, a file is for accounts, a mood for staff. */
const FINDING = /* GraphQL */ `
  ${LINK}
  type Query {
    hits: [Hit!]! @tag(name: "public")
    node: Node @tag(name: "public")
    person: Person @tag(name: "public")
    file: File @tag(name: "public")
    mood: Mood @tag(name: "public")
    desk: Person @requiresScopes(scopes: [["staff", "role:OMBUDSMAN"], ["role:KSP_VIEWER"]])
  }
  interface Node {
    id: ID!
    secret: String
  }
  union Hit = Person | Place | File
  type Person implements Node @key(fields: "id") {
    id: ID!
    secret: String @policy(policies: [["report:VERIFY"]])
    friend: Person
  }
  type Place implements Node {
    id: ID!
    secret: String
  }
  type File @authenticated {
    id: ID!
    sealed: String @requiresScopes(scopes: [["role:OMBUDSMAN"]])
  }
  enum Mood @requiresScopes(scopes: [["staff"]]) {
    GOOD
  }
`;

const supergraph = parse(composeSupergraph({ reports: FINDING }));
const schema = Supergraph.build(withoutEnforcedFeatures(supergraph)).apiSchema().toGraphQLJSSchema();
const refused: Refused[] = [];
const guard = createGuard(readPolicyTable(supergraph), (_, what) => refused.push(what));

const VISITOR: Asker = { claims: null, locale: 'en' };
const CITIZEN = withRoles();
const ADMIN = withRoles('AGENCY_ADMIN');
const OMBUDSMAN = withRoles('OMBUDSMAN');
const WATCHER = withRoles('KSP_VIEWER');

function withRoles(...roles: readonly OfficerRole[]): Asker {
  const appointments = roles.map((role) => ({ officerId: 'o', agencyId: 'a', role }));
  const [issuedAt, expiresAt] = [new Date(), new Date()];
  return {
    claims: {
      accountId: 'a',
      sessionId: 's',
      kid: 'k',
      appointments,
      sealedReporterKey: null,
      issuedAt,
      expiresAt,
    },
    locale: 'en',
  };
}

function codeFor(text: string, asker: Asker, variables: Readonly<Record<string, unknown>> = {}): unknown {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is one operation.');
  try {
    guard({ schema, document, operation, variables, asker });
    return null;
  } catch (error) {
    return (error as GraphQLError).extensions.code;
  }
}

describe('A protected field', () => {
  it.each([
    ['by its type', '{ person { secret } }'],
    ['under another name', '{ person { id: secret } }'],
    ['through an interface', '{ node { secret } }'],
    ['through a fragment on its type', '{ node { ... on Person { secret } } }'],
    ['through a fragment on an interface', '{ person { ... on Node { secret } } }'],
    ['through a union', '{ hits { ... on Person { secret } } }'],
    ['through a union and an interface', '{ hits { ... on Node { secret } } }'],
    ['through a named fragment', '{ person { ...P } } fragment P on Person { secret }'],
    [
      'through fragments within one another',
      '{ hits { ...N } } fragment N on Node { ... on Person { ... { secret } } }',
    ],
    ['deeper down', '{ person { friend { friend { secret } } } }'],
    ['beside what is public', '{ person { id friend { id } } mine: person { secret } }'],
  ])('is refused to whoever cannot hold the right, %s', (_, query) => {
    expect(codeFor(query, VISITOR)).toBe('FORBIDDEN');
    expect(codeFor(query, CITIZEN)).toBe('FORBIDDEN');
    expect(codeFor(query, OMBUDSMAN)).toBe('FORBIDDEN');
    expect(codeFor(query, ADMIN)).toBeNull();
  });

  it('is not asked where no object of its type can be', () => {
    expect(codeFor('{ node { ... on Place { secret } } }', VISITOR)).toBeNull();
    expect(codeFor('{ node { id } person { id friend { __typename } } }', VISITOR)).toBeNull();
  });

  it('is refused as the condition of the operation says, and in doubt', () => {
    const query = 'query ($isStaff: Boolean!) { person { id secret @include(if: $isStaff) } }';
    expect(codeFor(query, VISITOR, { isStaff: false })).toBeNull();
    expect(codeFor(query, VISITOR, { isStaff: true })).toBe('FORBIDDEN');
    expect(codeFor(query, VISITOR, { isStaff: 'false' })).toBe('FORBIDDEN');
    const skipping = 'query ($isPublic: Boolean = true) { person { ... @skip(if: $isPublic) { secret } } }';
    expect(codeFor(skipping, VISITOR)).toBeNull();
    expect(codeFor(skipping, VISITOR, { isPublic: false })).toBe('FORBIDDEN');
    expect(codeFor('{ person { id secret @include(if: false) } }', VISITOR)).toBeNull();
    expect(codeFor('{ person { secret @skip(if: false) } }', VISITOR)).toBe('FORBIDDEN');
  });
});

describe('A protected type', () => {
  it.each([
    ['as the type of a field', '{ file { id } }'],
    ['when only its name is asked for', '{ file { __typename } }'],
    ['in a union', '{ hits { ... on File { id } } }'],
    ['in a union that it may be found in', '{ hits { __typename } }'],
  ])('is refused without an account: %s', (_, query) => {
    expect(codeFor(query, VISITOR)).toBe('UNAUTHENTICATED');
    expect(codeFor(query, CITIZEN)).toBeNull();
  });

  it('asks for what its field asks for as well', () => {
    expect(codeFor('{ file { sealed } }', VISITOR)).toBe('UNAUTHENTICATED');
    expect(codeFor('{ file { sealed } }', CITIZEN)).toBe('FORBIDDEN');
    expect(codeFor('{ file { sealed } }', OMBUDSMAN)).toBeNull();
  });

  it('may be a value', () => {
    expect(codeFor('{ mood }', CITIZEN)).toBe('FORBIDDEN');
    expect(codeFor('{ mood }', WATCHER)).toBeNull();
  });
});

describe('Lists of scopes', () => {
  it('are met by all of one of them', () => {
    expect(codeFor('{ desk { id } }', OMBUDSMAN)).toBeNull();
    expect(codeFor('{ desk { id } }', WATCHER)).toBeNull();
    expect(codeFor('{ desk { id } }', ADMIN)).toBe('FORBIDDEN');
    expect(codeFor('{ desk { id } }', VISITOR)).toBe('FORBIDDEN');
  });
});

describe('A refusal', () => {
  it.each([
    ['{ desk { id } }', 'desk', 'staff & role:OMBUDSMAN | role:KSP_VIEWER'],
    ['{ d: desk { id } }', 'desk', 'staff & role:OMBUDSMAN | role:KSP_VIEWER'],
    ['{ node { secret } }', 'Node.secret', 'report:VERIFY'],
    ['{ node { ... on Person { secret } } }', 'Person.secret', 'report:VERIFY'],
    ['{ file { sealed } }', 'File.sealed', 'role:OMBUDSMAN'],
  ])('is told as what was asked for and what was missing: %s', (query, field, missing) => {
    refused.length = 0;
    expect(codeFor(query, CITIZEN)).toBe('FORBIDDEN');
    expect(refused).toEqual([{ field, missing }]);
  });
});

describe('A supergraph', () => {
  const read = (sdl: string) => {
    const composed = parse(sdl);
    readPolicyTable(composed);
    return withoutEnforcedFeatures(composed);
  };
  const composed = (sdl: string) => composeSupergraph({ reports: `${LINK}\n${sdl}` });

  it('is refused when it does not say who may call a root field', () => {
    const undecided = composed(
      'type Query { a: Int @tag(name: "public") } type Mutation { b: Int @tag(name: "x") }',
    );
    expect(() => read(undecided)).toThrow('The supergraph does not say who may call Mutation.b.');
  });

  it.each(['@policy(policies: [["report:FLY"]])', '@requiresScopes(scopes: [["role:KING"]])'])(
    'is refused when it asks for what nobody knows: %s',
    (directive) => {
      expect(() => read(composed(`type Query { a: Int ${directive} }`))).toThrow('that nobody knows');
    },
  );

  it('is refused when it gives a security feature another name', () => {
    const renamed = composed('type Query { a: Int @authenticated }').replace(
      'authenticated/v0.1", for: SECURITY',
      'authenticated/v0.1", as: "auth", for: SECURITY',
    );
    expect(() => read(renamed)).toThrow('gives a security feature another name');
  });

  it.each(['https://specs.apollo.dev/vault/v0.1', 'https://specs.apollo.dev/policy/v0.2'])(
    'keeps the mark of a feature that is not enforced, so that the library refuses it: %s',
    (url) => {
      const sdl = composed('type Query { a: Int @policy(policies: [["report:VERIFY"]]) }').replace(
        'https://specs.apollo.dev/policy/v0.1',
        url,
      );
      expect(() => Supergraph.build(read(sdl))).toThrow(/for: SECURITY but is unsupported/);
    },
  );

  it('is not composed when a field reads a protected one and is less protected itself', () => {
    const reading = /* GraphQL */ `
      ${LINK}
      type Person @key(fields: "id") {
        id: ID!
        secret: String @external
        hint: String @requires(fields: "secret")
      }
    `;
    expect(() => composeSupergraph({ reports: FINDING, agencies: reading })).toThrow(/Person\.hint/);
  });
});
