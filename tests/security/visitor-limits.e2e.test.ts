import { describe, expect, it } from '@jest/globals';
import { request } from '../support/graph.js';

/** The house of the tests lets one network ask for five new passwords in an hour, and believes who is named to it. */
const ask = (addresses: readonly string[], from: string) => {
  const fields = addresses.map(
    (email, index) => `a${index}: requestPasswordReset(input: { email: "${email}" }) { __typename }`,
  );
  return request<Record<string, object>>(`mutation { ${fields.join(' ')} }`, {}, null, {
    'x-forwarded-for': from,
  });
};
const invented = (many: number): readonly string[] =>
  Array.from({ length: many }, (_, index) => `tidak.ada.${index}@contoh.test`);

describe('a visitor who tries many addresses', () => {
  it('does not hide them behind aliases of one request', async () => {
    const { status, headers, data, errors } = await ask(invented(6), '203.0.113.5');
    expect({ status, data }).toEqual({ status: 429, data: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_500);
  });

  it('is known by the network, so that the neighbour waits too and the next village does not', async () => {
    expect((await ask(invented(1), '203.0.113.77')).status).toBe(429);
    const { status, data } = await ask(invented(1), '198.51.100.5');
    expect({ status, data }).toEqual({
      status: 200,
      data: { a0: { __typename: 'RequestPasswordResetSuccess' } },
    });
  });
});
