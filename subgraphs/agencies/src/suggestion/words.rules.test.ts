import { describe, expect, it } from '@jest/globals';
import { combine, findWords, readPhrases, wordEvidence } from './words.rules.js';

function evidence(text: string, phrase: string): number {
  return wordEvidence(findWords(text), readPhrases(phrase));
}

describe('The words of a report', () => {
  it.each([
    ['Sampah menumpuk di Pasar Baru.', 'sampah'],
    ['SAMPAHNYA bau sekali', 'sampah'],
    ['gorong gorong mampet', 'gorong-gorong'],
    ['Air mati sejak Senin', 'air mati'],
    ['Jalan di Baros sudah lama rusak', 'jalan rusak'],
  ])('%j names %j', (text, phrase) => {
    expect(evidence(text, phrase)).toBeGreaterThan(0);
  });

  it.each([
    ['Persampahan', 'sampah'],
    ['Jalan berlubang di samping sekolah', 'sekolah'],
    ['Banjir dekat pasar', 'pasar'],
    ['Mati air', 'air mati'],
    ['Jalan satu dua tiga empat lima enam rusak', 'jalan rusak'],
    ['', 'sampah'],
  ])('%j does not name %j', (text, phrase) => {
    expect(evidence(text, phrase)).toBe(0);
  });

  it('say more in a phrase than alone or torn apart', () => {
    const whole = evidence('jalan rusak', 'jalan rusak');
    const alone = evidence('jalan rusak', 'jalan');
    const torn = evidence('jalan ini rusak', 'jalan rusak');
    expect(whole).toBeGreaterThan(alone);
    expect(torn).toBe(alone);
  });

  it('are not counted again where a longer phrase has them', () => {
    expect(evidence('tarif listrik naik', 'tarif listrik;listrik')).toBe(
      evidence('tarif listrik naik', 'tarif listrik'),
    );
  });

  it('point to nothing less for any further word', () => {
    const phrases = 'jalan rusak;jalan;air mati;listrik';
    const words = 'jalan ini sudah lama rusak dan air di sini mati jalan rusak listrik mati'.split(' ');
    const grown = words.map((_word, last) => evidence(words.slice(0, last + 1).join(' '), phrases));
    expect(grown).toEqual(grown.toSorted((one, other) => one - other));
  });

  it('never amount to certainty', () => {
    expect(combine([])).toBe(0);
    expect(combine([0.5, 0.5])).toBe(0.75);
  });
});
