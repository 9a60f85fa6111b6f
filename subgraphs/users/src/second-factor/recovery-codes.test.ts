import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, plainRecoveryCode } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, all different', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('are read however they were typed', () => {
    expect(plainRecoveryCode(' 7k3qz - xom4l ')).toBe('7K3QZX0M41');
    expect(plainRecoveryCode('7K3QZ-X0M41')).toBe('7K3QZX0M41');
    expect(plainRecoveryCode('x'.repeat(100_000))).toHaveLength(100);
  });
});
