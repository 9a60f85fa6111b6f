import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { otherCitizen, stranger, warga } from '../../test/support/people.js';
import { refuseKey, requestIdentity } from './request-identity.js';

const idempotencyKey = randomUUID();
const request = { reportId: randomUUID(), body: 'Belum selesai.', idempotencyKey };

describe('the identity of a request', () => {
  it('is the same for the same sender, key and content', () => {
    expect(requestIdentity('acceptReport', { ...request }, warga)).toEqual(
      requestIdentity('acceptReport', request, warga),
    );
  });

  it('has the same scope and another hash for other content under the same key', () => {
    const [one, other] = [request, { ...request, body: 'Sudah selesai.' }].map((each) =>
      requestIdentity('acceptReport', each, warga),
    );
    expect(one?.scope).toEqual(other?.scope);
    expect(one?.requestHash).not.toEqual(other?.requestHash);
  });

  it('has another scope for another sender or another key', () => {
    const scopes = [
      requestIdentity('acceptReport', request, warga),
      requestIdentity('acceptReport', request, otherCitizen),
      requestIdentity('acceptReport', request, stranger),
      requestIdentity('acceptReport', { ...request, idempotencyKey: randomUUID() }, warga),
    ].map((identity) => identity?.scope.toString('hex'));
    expect(new Set(scopes).size).toBe(4);
  });

  it('is the same under the same key in capitals', () => {
    const inCapitals = { ...request, idempotencyKey: idempotencyKey.toUpperCase() };
    expect(requestIdentity('acceptReport', inCapitals, warga)).toEqual(
      requestIdentity('acceptReport', request, warga),
    );
  });

  it('is nothing without a key', () => {
    expect(requestIdentity('acceptReport', { ...request, idempotencyKey: null }, warga)).toBeNull();
    expect(requestIdentity('acceptReport', {}, warga)).toBeNull();
  });
});

describe('an idempotency key', () => {
  it('may be absent, or a UUID', () => {
    for (const key of [undefined, null, idempotencyKey, idempotencyKey.toUpperCase()]) {
      expect(refuseKey({ idempotencyKey: key })).toBeNull();
    }
  });

  it.each(['', '1', 'laporan saya', `${idempotencyKey}0`, ` ${idempotencyKey}`])('may not be «%s»', (key) => {
    expect(refuseKey({ idempotencyKey: key })).toEqual({
      kind: 'InvalidInput',
      field: 'idempotencyKey',
      reason: 'MALFORMED',
    });
  });
});
