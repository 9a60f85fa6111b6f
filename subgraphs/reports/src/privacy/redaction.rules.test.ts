import { describe, expect, it } from '@jest/globals';
import { redactContacts } from './redaction.rules.js';

describe('redaction of published texts', () => {
  it.each([
    ['hubungi 0812-3456-7890 ya', 'hubungi [nomor telepon disembunyikan] ya'],
    ['WA +62 812 3456 7890', 'WA [nomor telepon disembunyikan]'],
    ['NIK 3273010101900001.', 'NIK [nomor identitas disembunyikan].'],
    ['surel budi.s@contoh.co.id!', 'surel [surel disembunyikan]!'],
  ])('takes the contact out of «%s»', (text, shown) => {
    expect(redactContacts(text)).toBe(shown);
  });

  it.each([
    'Jalan rusak 12 km sejak 17 Agustus 2025',
    'Tagihan Rp1.250.000 untuk 3 bulan',
    'SDN 05 RT 03 RW 12',
  ])('leaves «%s» as it is', (text) => {
    expect(redactContacts(text)).toBe(text);
  });
});
