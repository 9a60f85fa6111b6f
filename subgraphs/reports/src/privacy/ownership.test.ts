import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicViewer } from '@satu-pintu/domain-kit';
import { citizen, otherCitizen, warga } from '../../test/support/people.js';
import { AccessCodes, ownerTagOf, proofOf } from './ownership.js';

const codes = new AccessCodes(randomBytes(32).toString('base64url'));
const id = randomUUID();
const OWNED = { id, ownerTag: ownerTagOf(warga.reporterKey ?? '', id) };
const UNOWNED = { id: randomUUID(), ownerTag: null };

describe('proof of ownership', () => {
  it('is the account that filed the report', () => {
    expect(proofOf(warga, null, codes).isReporter(OWNED)).toBe(true);
    expect(proofOf(otherCitizen, null, codes).isReporter(OWNED)).toBe(false);
    expect(proofOf(publicViewer(), null, codes).isReporter(OWNED)).toBe(false);
  });

  it('is the access code, whoever brings it', () => {
    for (const report of [OWNED, UNOWNED]) {
      const code = codes.codeOf(report.id);
      expect(proofOf(publicViewer(), code, codes).isReporter(report)).toBe(true);
      expect(proofOf(otherCitizen, code, codes).isReporter(report)).toBe(true);
    }
  });

  it('is nothing at all for a report without an account and a request without a code', () => {
    for (const code of [null, undefined, '', '          ']) {
      expect(proofOf(warga, code, codes).isReporter(UNOWNED)).toBe(false);
    }
  });

  it('does not carry over: neither tag nor code of one report opens another', () => {
    const other = { id: randomUUID(), ownerTag: OWNED.ownerTag };
    expect(proofOf(warga, codes.codeOf(id), codes).isReporter(other)).toBe(false);
  });
});

describe('the tag of an owner', () => {
  it('cannot be joined: two reports of one person have nothing in common', () => {
    const [one, other] = [randomUUID(), randomUUID()].map((report) =>
      ownerTagOf(warga.reporterKey ?? '', report),
    );
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });

  it('is not the secret, and has none of it', () => {
    const { reporterKey } = citizen('warga');
    const secret = Buffer.from(reporterKey ?? '', 'base64url');
    expect(OWNED.ownerTag).toHaveLength(32);
    expect(OWNED.ownerTag.includes(secret.subarray(0, 8))).toBe(false);
  });
});

describe('access codes', () => {
  it('are ten characters that can be read out, the same each time', () => {
    for (let count = 0; count < 100; count += 1) {
      expect(codes.codeOf(randomUUID())).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    }
    expect(codes.codeOf(id)).toBe(codes.codeOf(id));
  });

  it('differ by report and by installation', () => {
    const elsewhere = new AccessCodes(randomBytes(32).toString('base64url'));
    expect(codes.codeOf(id)).not.toBe(codes.codeOf(UNOWNED.id));
    expect(codes.codeOf(id)).not.toBe(elsewhere.codeOf(id));
  });

  it('forgive how people type: case, dashes, spaces, and letters for digits', () => {
    const code = codes.codeOf(id);
    for (const typed of [
      code.toLowerCase(),
      code.replace(/(.{5})/, '$1-'),
      ` ${code.split('').join(' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ]) {
      expect(codes.matches(id, typed)).toBe(true);
    }
  });

  it('forgive no wrong, missing or additional character, and none that is wider than a byte', () => {
    const code = codes.codeOf(id);
    const wrong = code.startsWith('A') ? 'B' : 'A';
    for (const typed of [
      wrong + code.slice(1),
      code.slice(0, 9),
      `${code}0`,
      `${code}${code}`,
      `é${code.slice(1)}`,
      `${code}é`,
      '',
    ]) {
      expect(codes.matches(id, typed)).toBe(false);
    }
  });
});
