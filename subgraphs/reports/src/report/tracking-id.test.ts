import { describe, expect, it } from '@jest/globals';
import { isTrackingId, newTrackingId } from './tracking-id.js';

describe('tracking id', () => {
  it('has ten digits and a right check digit', () => {
    for (let count = 0; count < 500; count += 1) expect(isTrackingId(newTrackingId())).toBe(true);
  });

  it('betrays any one digit that was mistyped', () => {
    const id = newTrackingId();
    for (let place = 0; place < id.length; place += 1) {
      for (const digit of '0123456789') {
        const typed = id.slice(0, place) + digit + id.slice(place + 1);
        expect(isTrackingId(typed)).toBe(typed === id);
      }
    }
  });

  it('betrays two neighbours that changed places', () => {
    expect(isTrackingId('5724')).toBe(false);
    const id = newTrackingId();
    for (let place = 0; place + 1 < id.length; place += 1) {
      const [left = '', right = ''] = id.slice(place, place + 2);
      const typed = id.slice(0, place) + right + left + id.slice(place + 2);
      expect(isTrackingId(typed)).toBe(left === right);
    }
  });
});
