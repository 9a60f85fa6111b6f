import { describe, expect, it } from '@jest/globals';
import { decideIdentity, type StaffTrust } from './staff-sign-in.rules.js';

const TRUST: StaffTrust = {
  emailClaim: 'email',
  domains: ['bandung.go.id'],
  twoFactorValues: ['mfa', 'aal2'],
};
const RINI = { email: 'Rini@bandung.go.id', email_verified: true };
const REFUSED = { ok: false, refusal: { kind: 'NoPostHeld' } };

describe('Whoever has signed in at the provider', () => {
  it('is known by a verified address of a domain that counts', () => {
    expect(decideIdentity(RINI, TRUST)).toEqual({
      ok: true,
      value: { email: 'rini@bandung.go.id', isMailboxVerified: true, hasTwoFactors: false },
    });
  });

  it.each([
    ['no address', { email_verified: true }],
    ['an address that is not verified', { ...RINI, email_verified: false }],
    ['an address of which nothing is said', { email: RINI.email }],
    ['a word for yes', { ...RINI, email_verified: 'true' }],
    ['another domain', { ...RINI, email: 'rini@contoh.test' }],
    ['a domain that ends alike', { ...RINI, email: 'rini@jahat-bandung.go.id' }],
    ['a domain below', { ...RINI, email: 'rini@x.bandung.go.id' }],
    ['two addresses', { ...RINI, email: 'rini@bandung.go.id@contoh.test' }],
    ['no text', { ...RINI, email: ['rini@bandung.go.id'] }],
  ])('is not with %s', (_case, claims) => {
    expect(decideIdentity(claims, TRUST)).toEqual(REFUSED);
  });

  it('is known by another claim, for which the provider vouches', () => {
    const trust = { ...TRUST, emailClaim: 'upn' };
    expect(decideIdentity({ upn: 'rini@bandung.go.id' }, trust)).toMatchObject({
      ok: true,
      value: { isMailboxVerified: false },
    });
    expect(decideIdentity(RINI, trust)).toEqual(REFUSED);
  });

  it.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'aal2' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: 'mfa' }, false],
    [{ acr: 'aal1' }, false],
    [{}, false],
  ])('has shown two factors with %j: %s', (said, expected) => {
    const decision = decideIdentity({ ...RINI, ...said }, TRUST);
    expect(decision.ok && decision.value.hasTwoFactors).toBe(expected);
  });

  it('has never shown two where nothing is taken for two', () => {
    const decision = decideIdentity({ ...RINI, amr: ['mfa'] }, { ...TRUST, twoFactorValues: [] });
    expect(decision.ok && decision.value.hasTwoFactors).toBe(false);
  });
});
