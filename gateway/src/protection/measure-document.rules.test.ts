import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { createAdmission } from './admission.js';

const admission = createAdmission(false);
const refusalOf = (text: string): string | null => {
  try {
    admission.admit(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

/** Fragments that each use the next one several times: small to read, endless to put in place. */
function bomb(depth: number, width: number, inner = 'id'): string {
  const fragments = Array.from({ length: depth }, (_, level) => {
    const next = level + 1 === depth ? inner : `...F${String(level + 1)}`;
    const uses = Array.from({ length: width }, (_unused, use) => `a${String(use)}: agency { ${next} }`);
    return `fragment F${String(level)} on Report { ${uses.join(' ')} }`;
  });
  return `{ reports { ...F0 } } ${fragments.join(' ')}`;
}

const nested = (levels: number): string => '{ a '.repeat(levels) + '}'.repeat(levels);
const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('The limits on one operation', () => {
  it('let an ordinary page through', () => {
    const page = `query Page($n: Int) { reports(first: $n) { ...Card } } fragment Card on Report { id title agency { name } }`;
    expect(refusalOf(page)).toBeNull();
  });

  it.each([
    ['tokens', `{ a(list: [${'1 '.repeat(2_100)}]) }`, '2000 tokens'],
    ['fields', `{ a { ${repeated(501, (index) => `f${String(index)}`)} } }`, '500 fields'],
    ['levels', nested(13), '12 levels'],
    ['aliases', `{ a { ${repeated(16, (index) => `f${String(index)}: id`)} } }`, '15 aliases'],
    ['root fields', `{ ${repeated(11, (index) => `f${String(index)}`)} }`, '10 fields at its root'],
    ['directives', `{ a { ${repeated(21, () => 'id @include(if: true)')} } }`, '20 directives'],
  ])('refuse too many %s and say which limit it is', (_, text, words) => {
    expect(refusalOf(text)).toContain(words);
  });

  it.each([
    ['levels', nested(12)],
    ['aliases', `{ a { ${repeated(15, (index) => `f${String(index)}: id`)} } }`],
    ['root fields', `{ ${repeated(10, (index) => `f${String(index)}`)} }`],
    ['directives', `{ a { ${repeated(20, () => 'id @include(if: true)')} } }`],
  ])('let the highest allowed number of %s through', (_, text) => {
    expect(refusalOf(text)).toBeNull();
  });

  it('count what a fragment holds wherever it is used', () => {
    const fields = repeated(100, (index) => `f${String(index)}`);
    const uses = repeated(5, () => 'b { ...Wide }');
    expect(refusalOf(`{ a { ${uses} } } fragment Wide on T { ${fields} }`)).toContain('500 fields');
  });

  it('count the largest of several operations', () => {
    expect(refusalOf(`query A { a } query B ${nested(13)}`)).toContain('12 levels');
  });

  it.each([
    ['fragments reused 2 by 8', bomb(8, 2)],
    ['fragments reused 10 by 10', bomb(10, 10)],
    ['fragments reused 40 by 3', bomb(40, 3)],
    ['a fragment within itself', '{ a { ...F } } fragment F on T { a { ...F } }'],
    ['fragments within each other', '{ a { ...F } } fragment F on T { ...G } fragment G on T { ...F }'],
    [
      'an interface fanned out',
      `{ a { ${repeated(80, () => '... on Problem { code message ... on T { a b c d } }')} } }`,
    ],
    [
      'conditions without end',
      `query ($v: Boolean!) { a { ${repeated(200, () => 'id @include(if: $v) @skip(if: $v)')} } }`,
    ],
    ['the same field again and again', `{ a { ${repeated(900, () => 'id')} } }`],
    ['overlapping fields', `{ a { ${repeated(130, () => 'b { c { d { e } } }')} } }`],
  ])('refuse %s within 100 ms', (_, text) => {
    const began = performance.now();
    expect(refusalOf(text)).toMatch(/at most \d+/);
    expect(performance.now() - began).toBeLessThan(100);
  });

  it('let introspection through only where the schema may be asked for', () => {
    expect(refusalOf(getIntrospectionQuery())).toContain('levels');
    expect(() => {
      createAdmission(true).admit(getIntrospectionQuery({ inputValueDeprecation: true }));
    }).not.toThrow();
  });

  it('leave what is no GraphQL to the one who executes', () => {
    expect(refusalOf('{ a(')).toBeNull();
  });
});
