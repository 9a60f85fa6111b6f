import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import { type House, openHouse } from './fixtures/house.js';
import { changes, submitted } from './fixtures/schemas.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => {
  for (const subgraph of Object.values(house.subgraphs)) subgraph.fetches.length = 0;
  submitted.length = 0;
});

const tokenOf = (...roles: readonly OfficerRole[]): Promise<string> =>
  house.token({ appointments: roles.map((role) => ({ officerId: 'o', agencyId: 'a', role })) });

describe('An operation that asks for what is not for its sender', () => {
  it('is refused as a whole, and no subgraph hears of it', async () => {
    const { status, data, errors } = await house.ask('{ reports { title } desk { title } }', {
      token: await tokenOf('LIAISON_OFFICER'),
    });
    expect({ status, data }).toEqual({ status: 403, data: undefined });
    expect(errors).toEqual([
      { message: '`desk` is for other posts than yours.', extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(house.subgraphs.reports.fetches).toEqual([]);
  });

  it('is told to sign in where an account is all that it takes', async () => {
    const { status, errors } = await house.ask('{ ownReports { title } }');
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await house.ask('{ ownReports { title } }', { token: await tokenOf() })).toMatchObject({
      data: { ownReports: [{ title: 'Report 2' }] },
    });
  });

  it('changes nothing', async () => {
    const verify = 'mutation { submitReport(title: "a") { id } verifyReport(title: "b") { id } }';
    const { errors } = await house.ask(verify, { token: await tokenOf('ANALYST') });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(submitted).toEqual([]);
    expect(await house.ask(verify, { token: await tokenOf('AGENCY_ADMIN') })).toMatchObject({ errors: [] });
    expect(submitted).toEqual(['a', 'b']);
  });

  it('is refused to each sender by itself, however often the same text is sent', async () => {
    const desk = '{ desk { title } }';
    for (const [role, status] of [
      ['OMBUDSMAN', 200],
      ['ANALYST', 403],
      ['NATIONAL_ADMIN', 200],
    ] as const) {
      expect((await house.ask(desk, { token: await tokenOf(role) })).status).toBe(status);
    }
    expect((await house.ask(desk)).status).toBe(403);
  });

  it('is refused in the operation that is named, and not for another in its text', async () => {
    const text = 'query Desk { desk { title } } query All { reports(first: 1) { title } }';
    const send = async (operationName: string) => {
      const response = await fetch(`${house.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, operationName }),
      });
      return response.status;
    };
    expect([await send('All'), await send('Desk')]).toEqual([200, 403]);
  });
});

describe('A subscription', () => {
  it('that is not for its sender is refused, and nothing is listened to', async () => {
    const refused = await new Promise<unknown>((resolve) => {
      house
        .client()
        .subscribe(
          { query: 'subscription { deskNews { cursor } }' },
          { next: resolve, error: resolve, complete: () => resolve('completed') },
        );
    });
    expect(refused).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(changes.listenerCount).toBe(0);
  });

  it('that is for its sender is heard', async () => {
    const heard = new Promise<unknown>((resolve, reject) => {
      void tokenOf('ANALYST').then((token) =>
        house
          .client(token)
          .subscribe(
            { query: 'subscription { deskNews { cursor } }' },
            { next: resolve, error: reject, complete: () => undefined },
          ),
      );
    });
    while (changes.listenerCount === 0) await pause(5);
    changes.publish({ id: '1', cursor: 'c1' });
    expect(await heard).toEqual({ data: { deskNews: { cursor: 'c1' } } });
  });
});
