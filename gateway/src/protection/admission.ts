import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { overLimit } from '../errors/refusals.js';
import { OPERATION_LIMITS, type OperationLimits } from './limits.js';
import { type Measure, measureDocument } from './measure-document.rules.js';

const REMEMBERED_CHARACTERS = 8 * 2 ** 20;

/** Lets documents in, or says which limit they break. */
export interface Admission {
  /** Throws for a document over a limit; says nothing about one that is merely wrong. */
  admit(text: string): void;
  /** The same for whoever needs the document, which must then parse. */
  read(text: string): DocumentNode;
}

/**
 * The one rule on what may be asked, applied before validation and planning because both can be made slow. Documents
 * repeat, so those let in before are remembered by their text.
 */
export function createAdmission(isIntrospectionFree: boolean, limits = OPERATION_LIMITS): Admission {
  const admitted = new LRUCache<string, true>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 100,
  });
  const read = (text: string): DocumentNode => {
    assertTokens(text, limits.tokens);
    const document = parse(text);
    assertWithin(measureDocument(document, isIntrospectionFree), limits);
    admitted.set(text, true);
    return document;
  };
  return {
    read,
    admit(text) {
      if (admitted.has(text)) return;
      try {
        read(text);
      } catch (error) {
        if (!isSyntaxError(error)) throw error; // a syntax error is reported by whoever executes
      }
    },
  };
}

function assertTokens(text: string, limit: number): void {
  try {
    const lexer = new Lexer(new Source(text));
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count++) {
      if (count >= limit) throw overLimit(sentence('tokens', limit));
    }
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
  }
}

function assertWithin(measure: Measure, limits: OperationLimits): void {
  for (const [kind, words] of Object.entries(WORDS) as [keyof Measure, string][]) {
    if (measure[kind] > limits[kind]) throw overLimit(sentence(words, limits[kind]));
  }
}

const WORDS: Readonly<Record<keyof Measure, string>> = {
  selections: 'fields once its fragments are put in place',
  depth: 'levels of fields',
  aliases: 'aliases',
  rootFields: 'fields at its root',
  directives: 'directives',
};

function sentence(what: string, limit: number): string {
  return `An operation may have at most ${String(limit)} ${what}. Ask for less, or in several requests.`;
}

function isSyntaxError(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.startsWith('Syntax Error');
}
