import { describe, expect, it } from '@jest/globals';
import { readDisplayName, readGivenPassword, readNewPassword } from './credentials.rules.js';

describe('a password', () => {
  it('has 12 to 128 characters when it is chosen, counted as a person counts', () => {
    expect(readNewPassword('x'.repeat(11))).toMatchObject({
      refusal: { field: 'password', reason: 'TOO_SHORT' },
    });
    expect(readNewPassword('x'.repeat(12)).ok).toBe(true);
    expect(readNewPassword('🔑'.repeat(128)).ok).toBe(true);
    expect(readNewPassword('x'.repeat(129))).toMatchObject({ refusal: { reason: 'TOO_LONG' } });
  });

  it('keeps its spaces and is the same however its accents were typed', () => {
    expect(readNewPassword('  pintu satu é  ')).toEqual(readNewPassword('  pintu satu e\u0301  '));
    expect(readNewPassword(' pintu satu e ')).toEqual({ ok: true, value: ' pintu satu e ' });
  });

  it('may be tried when it is short, but not when it is empty, endless or unreadable', () => {
    expect(readGivenPassword('short').ok).toBe(true);
    expect(readGivenPassword('')).toMatchObject({ refusal: { reason: 'EMPTY' } });
    expect(readGivenPassword('x'.repeat(129))).toMatchObject({ refusal: { reason: 'TOO_LONG' } });
    expect(readGivenPassword('satu\0pintu\0demo')).toMatchObject({ refusal: { reason: 'UNREADABLE' } });
    expect(readGivenPassword('satu-pintu-\uD800')).toMatchObject({ refusal: { reason: 'UNREADABLE' } });
  });
});

describe('a display name', () => {
  it('is trimmed, and refused when it turns the direction of reading around', () => {
    expect(readDisplayName(' Siti Aminah ')).toEqual({ ok: true, value: 'Siti Aminah' });
    expect(readDisplayName('Siti \u202Enimda')).toMatchObject({ refusal: { reason: 'UNREADABLE' } });
  });
});
