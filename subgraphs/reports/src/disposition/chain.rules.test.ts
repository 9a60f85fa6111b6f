import { describe, expect, it } from '@jest/globals';
import { dispatcherIn, type Link, returnersIn } from './chain.rules.js';

function link(act: Link['act'], from: string | null, to: string): Link {
  return { act, from_agency_id: from, to_agency_id: to };
}

const CHAIN: readonly Link[] = [
  link('SUBMIT', null, 'city'),
  link('VERIFY', 'city', 'works'),
  link('RETURN', 'works', 'city'),
  link('PASS_UP', 'city', 'province'),
  link('PASS_UP', 'province', 'national'),
  link('REDISPATCH', 'national', 'ministry'),
];

describe('the chain of holders', () => {
  it('knows who has returned the report', () => {
    expect(returnersIn(CHAIN)).toEqual(new Set(['works']));
  });

  it.each([
    ['ministry', 'national'],
    ['works', 'city'],
    // Passed up is not sent: who returns it from there finds nobody who had sent it.
    ['province', null],
    ['city', null],
  ])('knows who had sent it to %s', (holder, dispatcher) => {
    expect(dispatcherIn(CHAIN, holder)).toBe(dispatcher);
  });

  it('does not take an agency that kept the report for one that sent it', () => {
    expect(dispatcherIn([link('SUBMIT', null, 'city'), link('VERIFY', 'city', 'city')], 'city')).toBeNull();
  });

  it('counts the last sender', () => {
    expect(dispatcherIn([...CHAIN, link('BIND', 'desk', 'works')], 'works')).toBe('desk');
  });
});
