import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CoverageFacts, readCoverageFacts } from '../src/suggestion/coverage-facts.js';
import { readFacts } from '../src/hierarchy/read-facts.js';

let facts: CoverageFacts;

beforeAll(async () => {
  facts = await readCoverageFacts();
});

describe('The facts by which agencies are suggested', () => {
  it('name institutions that exist, each once', async () => {
    const { institutions } = await readFacts();
    const known = new Set(institutions.map(({ id }) => id));
    const named = facts.institutions.map(({ code }) => code);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('name categories that exist', () => {
    const named = [...facts.institutions, ...facts.offices].flatMap(({ categoryIds }) => categoryIds);
    expect(named.filter((id) => !facts.categoryNames.has(id))).toEqual([]);
  });

  it('have something that points to every office and institution', () => {
    const silent = [...facts.offices, ...facts.institutions].filter(({ phrases }) => phrases.length === 0);
    expect(silent).toEqual([]);
  });

  it('count what a hospital or a school is asked for to the office above it', () => {
    const health = facts.offices.find(({ code }) => code === '1.02');
    expect(health?.phrases).toEqual(
      expect.arrayContaining(['dinas kesehatan', 'dinkes', 'puskesmas', 'rawat inap']),
    );
    expect(facts.offices.map(({ code }) => code)).not.toContain('U.RSUD');
  });

  it('take drinking water for a matter of the government itself', () => {
    expect(facts.governmentPhrases).toContain('air mati');
  });

  it('know the six parts of Jakarta that have no offices of their own', () => {
    expect([...facts.dependentRegions].toSorted()).toEqual([
      '31.01',
      '31.71',
      '31.72',
      '31.73',
      '31.74',
      '31.75',
    ]);
  });
});
