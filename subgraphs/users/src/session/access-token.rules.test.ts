import { describe, expect, it } from '@jest/globals';
import { accessTokenClaims } from './access-token.rules.js';

describe('the claims of an access token', () => {
  it('name the account, the session, the posts and nothing that describes a person', () => {
    const post = { officerId: 'o-1', agencyId: 'a-1', role: 'LIAISON_OFFICER', title: 'Sekretaris' } as const;
    const claims = accessTokenClaims({
      tokenId: 't-1',
      issuer: 'satu-pintu',
      accountId: 'p-1',
      sessionId: 's-1',
      appointments: [post],
      sealedReporterKey: 'sealed',
      issuedAt: new Date('2026-03-02T02:00:00.900Z'),
      expiresAt: new Date('2026-03-02T02:10:00.900Z'),
    });
    expect(claims).toEqual({
      iss: 'satu-pintu',
      aud: 'satu-pintu',
      sub: 'p-1',
      sid: 's-1',
      jti: 't-1',
      iat: 1_772_416_800,
      iatMs: 1_772_416_800_900,
      nbf: 1_772_416_800,
      exp: 1_772_417_400,
      apt: [{ officerId: 'o-1', agencyId: 'a-1', role: 'LIAISON_OFFICER' }],
      rk: 'sealed',
    });
  });
});
