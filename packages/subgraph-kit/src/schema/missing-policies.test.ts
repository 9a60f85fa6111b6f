import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { faultsOfPolicies } from './missing-policies.js';
import { ANYBODY, directiveOf, rights, type SchemaPolicies, scope, SIGNED_IN } from './policies.js';

const SCHEMA = buildSchema(/* GraphQL */ `
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
  type Query {
    book: Book
  }
  type Mutation {
    lend: Int
  }
  type Book @key(fields: "id") {
    id: ID!
    title: String
    borrower: Person
  }
  type Person @key(fields: "id") {
    id: ID!
  }
  type Page {
    number: Int
  }
`);

const POLICIES: SchemaPolicies = {
  Query: { book: ANYBODY },
  Mutation: { lend: SIGNED_IN },
  sights: { Book: { seenBy: 'everybody', whole: ['id', 'title'], own: { borrower: 'librarians' } } },
};

describe('the policies of a schema', () => {
  it('are whole when every root field has one, and every field of what others refer to a sight', () => {
    expect(faultsOfPolicies(SCHEMA, POLICIES)).toEqual([]);
  });

  it('miss a root field', () => {
    expect(faultsOfPolicies(SCHEMA, { ...POLICIES, Mutation: {} })).toEqual(['Mutation.lend has no policy.']);
  });

  it('miss a type, or a field of it; a type that is nothing but its key needs none', () => {
    expect(faultsOfPolicies(SCHEMA, { ...POLICIES, sights: {} })).toEqual(['Book has no sight.']);
    const Book = { seenBy: 'everybody', whole: ['id', 'title'] };
    expect(faultsOfPolicies(SCHEMA, { ...POLICIES, sights: { Book } })).toEqual([
      'Book.borrower has no policy.',
    ]);
  });

  it('speak of nothing that does not exist, and of nothing twice', () => {
    const Book = { seenBy: 'everybody', whole: ['id', 'title', 'isbn'], own: { borrower: '', title: '' } };
    const said = {
      Query: { book: ANYBODY, shelf: ANYBODY },
      Mutation: POLICIES.Mutation ?? {},
      sights: { Book },
    };
    expect(faultsOfPolicies(SCHEMA, said)).toEqual([
      'Query.shelf does not exist.',
      'Book.isbn does not exist.',
      'Book.title has two policies.',
    ]);
  });
});

describe('a policy', () => {
  it('stands in the schema as a directive', () => {
    expect([ANYBODY, SIGNED_IN, scope('staff', 'role:OMBUDSMAN')].map(directiveOf)).toEqual([
      '@tag(name: "public")',
      '@authenticated',
      '@requiresScopes(scopes: [["staff"],["role:OMBUDSMAN"]])',
    ]);
    expect(directiveOf(rights('agency:DETACH_AGENCY', 'agency:ATTACH_AGENCY'))).toBe(
      '@policy(policies: [["agency:DETACH_AGENCY","agency:ATTACH_AGENCY"]])',
    );
  });
});
