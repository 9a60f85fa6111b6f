import { describe, expect, it } from '@jest/globals';
import { type Comparable, type Likeness, rankByLikeness } from './likeness.rules.js';

const NOON = new Date('2026-07-10T05:00:00Z');

function a(body: string, changes: Partial<Comparable> = {}): Comparable {
  return { title: '', body, place: null, categoryId: '08.010', regionCode: '32.73.02', at: NOON, ...changes };
}

const LAMP = a('Lampu penerangan jalan di Jalan Braga depan gereja padam sudah tiga minggu, gelap sekali.');
const SAME_LAMP = a('pju mati di jln braga dkt gereja, kl malam gelap gulita mhn diganti');
const OTHER_LAMP = a(
  'Lampu penerangan jalan di Jalan Veteran depan pasar padam sudah tiga minggu, gelap sekali.',
);
const HOLE = a('Jalan Braga depan gereja berlubang, motor terperosok.', { categoryId: '08.007' });

function ranked(own: Comparable, ...others: readonly Comparable[]): readonly Likeness<Comparable>[] {
  return rankByLikeness(own, others);
}

const bandOf = (own: Comparable, other: Comparable, ...noise: readonly Comparable[]): string | undefined =>
  ranked(own, other, ...noise).find(({ item }) => item === other)?.band;

describe('two reports', () => {
  it('of one incident are found, however differently two people tell it', () => {
    const [first] = ranked(LAMP, OTHER_LAMP, HOLE, SAME_LAMP);
    expect(first).toMatchObject({ item: SAME_LAMP, matchedOn: ['PLACE', 'WORDS', 'CATEGORY', 'TIME'] });
  });

  it('in the same words about another street are less alike than in other words about the same one', () => {
    const list = ranked(LAMP, SAME_LAMP, OTHER_LAMP);
    expect(list[0]?.item).toBe(SAME_LAMP);
    expect(bandOf(LAMP, OTHER_LAMP, SAME_LAMP)).not.toBe('HIGH');
  });

  it('about two matters at one place are not called likely', () => {
    expect(bandOf(LAMP, HOLE, SAME_LAMP)).not.toBe('HIGH');
  });

  it('in two regencies have nothing to do with each other', () => {
    const far = a(SAME_LAMP.body, { regionCode: '35.78.01' });
    const near = ranked(LAMP, SAME_LAMP)[0]?.score ?? 0;
    expect(ranked(LAMP, far)[0]?.score ?? 0).toBeLessThan(near);
  });

  it('name one street where one of them has misspelt it', () => {
    const misspelt = a('lampu mati di jln bragga dekat gereja');
    expect(bandOf(LAMP, misspelt, OTHER_LAMP)).toBe('HIGH');
  });

  it('are alike as well where the place stands in a field of its own', () => {
    const filled = a('Penerangannya tidak menyala.', { place: 'Jalan Braga, depan gereja' });
    expect(ranked(LAMP, filled, OTHER_LAMP)[0]).toMatchObject({ item: filled });
  });

  it('filed months apart are less likely one incident, and do not agree in time', () => {
    const late = a(SAME_LAMP.body, { at: new Date(NOON.getTime() - 60 * 86_400_000) });
    const [first, second] = ranked(LAMP, late, SAME_LAMP);
    expect([first?.item, second?.item]).toEqual([SAME_LAMP, late]);
    expect(second?.matchedOn).not.toContain('TIME');
  });

  it('have no topic in common where one has none; what others say alike still tells', () => {
    const untold = { ...LAMP, categoryId: null };
    const [first] = ranked(untold, OTHER_LAMP, HOLE, SAME_LAMP);
    expect(first?.item).toBe(SAME_LAMP);
    expect(first?.matchedOn).not.toContain('CATEGORY');
  });

  it('without anything in common are not named, nor are empty ones', () => {
    expect(
      ranked(LAMP, a('Rapor anak saya ditahan sekolah.', { categoryId: '12.052', regionCode: '35.78' })),
    ).toEqual([]);
    expect(
      ranked(a('', { categoryId: null, regionCode: null }), a('', { categoryId: null, regionCode: null })),
    ).toEqual([]);
    expect(ranked(LAMP)).toEqual([]);
  });
});
