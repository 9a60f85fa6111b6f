import { beforeAll, describe, expect, it } from '@jest/globals';
import { ask, type Asker, outcomeOf } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';

const AMEND = /* GraphQL */ `
  mutation ($input: AmendCalendarInput!) {
    outcome: amendCalendar(input: $input) {
      __typename
      ... on AmendCalendarSuccess {
        change {
          id
          date
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`;
const RECALCULATE = /* GraphQL */ `
  mutation ($input: RecalculateDeadlinesInput!) {
    outcome: recalculateDeadlines(input: $input) {
      __typename
      ... on Problem {
        code
        message
      }
    }
  }
`;

let people: People;

beforeAll(async () => {
  people = await everybody();
});

function outcome(mutation: string, input: object, asker: Asker): Promise<object> {
  return outcomeOf(mutation, { input }, asker);
}

describe('the calendar of the country', () => {
  // A past day: nothing that other journeys do is counted over it.
  const LEAVE = {
    date: '2020-07-15',
    kind: 'JOINT_LEAVE',
    name: 'Cuti bersama tambahan',
    legalBasis: 'Keppres 9/2020',
  };

  it('is amended by the national desk alone, and everybody can read it', async () => {
    for (const other of [null, people.warga, people.coordinatorJabar, people.ombudsman]) {
      expect(await outcome(AMEND, LEAVE, other)).toMatchObject({ code: 'FORBIDDEN' });
      const order = { reason: 'Cuti bersama tambahan tahun 2020.' };
      expect(await outcome(RECALCULATE, order, other)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const first = await outcome(AMEND, LEAVE, people.national);
    expect(first).toMatchObject({ __typename: 'AmendCalendarSuccess', change: { date: '2020-07-15' } });
    expect(await outcome(AMEND, LEAVE, people.national)).toEqual(first);
    const { calendarChanges } = await ask<{ calendarChanges: object[] }>('{ calendarChanges { date name } }');
    expect(calendarChanges).toContainEqual({ date: '2020-07-15', name: 'Cuti bersama tambahan' });
  });

  it('refuses what it cannot know', async () => {
    const unknown = { ...LEAVE, date: '2035-01-02' };
    expect(await outcome(AMEND, unknown, people.national)).toMatchObject({ code: 'CALENDAR_NOT_LOADED' });
    const sunday = { ...LEAVE, date: '2020-07-19' };
    expect(await outcome(AMEND, sunday, people.national)).toMatchObject({ __typename: 'InvalidInput' });
    const noReason = await outcome(RECALCULATE, { reason: 'x' }, people.national);
    expect(noReason).toMatchObject({ __typename: 'InvalidInput' });
  });
});
