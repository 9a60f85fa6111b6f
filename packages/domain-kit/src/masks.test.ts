import { describe, expect, it } from '@jest/globals';
import { holdsMask, MASKS } from './masks.js';

describe('a text that was shown masked', () => {
  it.each([
    ...Object.values(MASKS),
    'Hubungi saya di [nomor telepon disembunyikan] ya.',
    'Hubungi saya di [Nomor Telepon Disembunyikan] ya.',
    '•••',
    'Nomor saya 0812•••890',
    '***',
    ' * * * ',
    '████',
  ])('is known again: %j', (text) => {
    expect(holdsMask(text)).toBe(true);
  });

  it.each([
    'Jalan Braga 12',
    '*** PENTING *** jalan ambles di depan sekolah',
    'Petugasnya bilang anj*** kepada ibu saya',
    '• lampu mati\n• jalan rusak\n• saluran mampet',
    'Nomornya disembunyikan oleh petugas',
    '[foto terlampir]',
    '',
  ])('is not taken for one that a person wrote: %j', (text) => {
    expect(holdsMask(text)).toBe(false);
  });
});
