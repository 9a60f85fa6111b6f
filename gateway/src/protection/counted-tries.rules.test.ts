import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { triesIn } from './counted-tries.rules.js';

function tries(text: string, variables: Record<string, unknown> = {}, isSignedIn = false): object {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return Object.fromEntries(triesIn({ document, operation, variables, isSignedIn }));
}

describe('what is counted', () => {
  it('is each field, under whatever alias', () => {
    expect(
      tries('mutation { a: signIn(input: {}) { b } b: signIn(input: {}) { b } c: signUp(input: {}) { b } }'),
    ).toEqual({
      signIn: 2,
      signUp: 1,
    });
  });

  it('is each field in fragments too, as often as they are used', () => {
    expect(
      tries(`mutation { ...F ... on Mutation { c: signIn { d } } ...F }
             fragment F on Mutation { a: signIn { d } ...G } fragment G on Mutation { b: requestPasswordReset { d } }`),
    ).toEqual({ signIn: 3, reset: 2 });
  });

  it('is a report or a file of a visitor, and none of somebody with an account', () => {
    const text = 'mutation { submitReport(input: {}) { a } requestUpload(input: {}) { a } }';
    expect(tries(text)).toEqual({ filing: 1, upload: 1 });
    expect(tries(text, {}, true)).toEqual({});
  });

  it('is each access code, in an argument, an input or a variable', () => {
    expect(tries('{ report(trackingId: "1", accessCode: "x") { id } }')).toEqual({ tracking: 1 });
    expect(tries('mutation { replyToReport(input: { accessCode: "x" }) { a } }', {}, true)).toEqual({
      tracking: 1,
    });
    expect(
      tries('query ($c: String) { report(trackingId: "1", accessCode: $c) { id } }', { c: 'x' }),
    ).toEqual({
      tracking: 1,
    });
    expect(tries('mutation ($i: I!) { confirm(input: $i) { a } }', { i: { accessCode: 'x' } })).toEqual({
      tracking: 1,
    });
    expect(tries('query ($c: String = "x") { report(trackingId: "1", accessCode: $c) { id } }')).toEqual({
      tracking: 1,
    });
    expect(
      tries('query ($c: String) { report(trackingId: "1", accessCode: $c) { id } }', { c: null }),
    ).toEqual({});
    expect(tries('{ report(trackingId: "1", accessCode: null) { id } }')).toEqual({});
  });

  it('is nothing else', () => {
    expect(tries('{ me { signIn } reports { nodes { id } } }')).toEqual({});
  });
});
