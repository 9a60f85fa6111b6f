import { describe, expect, it } from '@jest/globals';
import { presentProblem } from './problem-text.js';

const TEXTS = { ShelfFull: { id: 'Rak {shelf} penuh.', en: 'Shelf {shelf} is full.' } };

describe('a refusal as a person reads it', () => {
  it('has a type, a code, a sentence in the language of the request, and its details', () => {
    expect(presentProblem({ kind: 'ShelfFull', shelf: 3 }, TEXTS, 'id')).toEqual({
      __typename: 'ShelfFull',
      kind: 'ShelfFull',
      code: 'SHELF_FULL',
      message: 'Rak 3 penuh.',
      shelf: 3,
    });
    expect(presentProblem({ kind: 'ShelfFull', shelf: 3 }, TEXTS, 'en').message).toBe('Shelf 3 is full.');
  });

  it('says what is wrong with a value', () => {
    const refusal = { kind: 'InvalidInput', field: 'body', reason: 'TOO_LONG' };
    expect(presentProblem(refusal, TEXTS, 'en').message).toBe('body is too long.');
    expect(presentProblem(refusal, TEXTS, 'id').message).toBe('Isian body terlalu panjang.');
  });

  it('fills a gap with nothing when the refusal does not say', () => {
    expect(presentProblem({ kind: 'ShelfFull' }, TEXTS, 'en').message).toBe('Shelf  is full.');
  });
});
