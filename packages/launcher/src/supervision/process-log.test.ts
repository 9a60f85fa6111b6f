import { describe, expect, it } from '@jest/globals';
import { newsFilter, worthShowing } from './process-log.js';

describe('What an operator sees of the output of a process', () => {
  it('leaves everyday lines to the file', () => {
    expect(worthShowing('{"level":30,"msg":"listening"}', false)).toBeNull();
  });

  it('shows warnings and errors in a few words', () => {
    expect(worthShowing('{"level":40,"msg":"slow"}', false)).toBe('slow');
    expect(worthShowing('{"level":50,"msg":"lost","err":{"message":"ECONNREFUSED"}}', false)).toBe(
      'lost: ECONNREFUSED',
    );
  });

  it('shows what is written to standard error and is no log entry', () => {
    expect(worthShowing('Error: cannot find module', true)).toBe('Error: cannot find module');
    expect(worthShowing('hello', false)).toBeNull();
    expect(worthShowing('null', false)).toBeNull();
  });

  it('is not told the same thing again and again', () => {
    let now = 0;
    const isNews = newsFilter(() => now);
    expect([isNews('no database'), isNews('no database'), isNews('back'), isNews('no database')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    now = 10_000;
    expect(isNews('no database')).toBe(true);
  });
});
