import { describe, expect, it } from '@jest/globals';
import { aPost, aStanding, ALL, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import type { Standing } from './standing.js';

type Post = Exclude<keyof Standing, 'isReporter'>;

/** What each viewer is towards a report that lies with an office of Bandung. */
const POSTS: Readonly<Record<Somebody, readonly Post[]>> = {
  'the public': [],
  'the reporter': [],
  'an officer of the holder': ['atHolder'],
  'an intake officer of the holder': ['atHolder'],
  'an integrator of the holder': [],
  'the admin of the holder': ['atHolder', 'manager', 'monitor'],
  'the coordinator of the house': ['manager', 'above', 'coordinator', 'monitor'],
  // A city is guided by its province and not a part of it (UU 23/2014).
  'the coordinator of the province': ['monitor'],
  'the national desk': ['monitor', 'national'],
  'the Ombudsman': ['ombudsman'],
  'an observer of KSP': ['observer'],
  'an officer next door': [],
  'the coordinator of a ministry': [],
};

describe('standing towards a report', () => {
  it.each(ALL)('gives %s the posts that fit, and no other', (who) => {
    const { isReporter, ...posts } = EVERYBODY[who];
    const held = Object.entries(posts).flatMap(([post, appointment]) => (appointment ? [post] : []));
    expect(held.sort()).toEqual([...POSTS[who]].sort());
    expect(isReporter).toBe(who === 'the reporter');
  });

  it('gives nothing upwards: an office does not manage the city it belongs to', () => {
    expect(aStanding([aPost('AGENCY_ADMIN', '32.73/1.03')], { holder: '32.73' })).toMatchObject({
      atHolder: null,
      manager: null,
      monitor: null,
    });
  });

  it('looks at all posts of an officer who has several', () => {
    const posts = [aPost('LIAISON_OFFICER', '32.73/1.02'), aPost('COORDINATOR_ADMIN', '32.73')];
    expect(aStanding(posts).manager).toEqual(posts[1]);
    expect(aStanding(posts, { holder: '32.73/1.02' }).atHolder).toEqual(posts[0]);
    const admin = [aPost('AGENCY_ADMIN', '32.73/1.03'), aPost('COORDINATOR_ADMIN', '32.73')];
    expect(aStanding(admin)).toMatchObject({ manager: admin[0], above: admin[1], coordinator: admin[1] });
  });
});
