import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, type DoorRefusal } from '@satu-pintu/service-kit';
import type { Asker } from '../identity/asker.js';
import { TurnedAwayReporter } from './report-turned-away.js';
import type { TellRefusals } from './tell-users.js';

const refused = { field: 'verifyReport', missing: 'report:VERIFY' };
const VISITOR: Asker = { claims: null, locale: 'id' };

function account(accountId: string): Asker {
  const [issuedAt, expiresAt] = [systemClock.now(), systemClock.now()];
  const claims = {
    accountId,
    sessionId: 's',
    kid: 'k',
    appointments: [],
    sealedReporterKey: null,
    issuedAt,
    expiresAt,
  };
  return { claims, locale: 'id' };
}

/** A reporter, what it has told, and the lines of its log. */
function open(tell: TellRefusals = () => Promise.resolve(true)) {
  const told: DoorRefusal[] = [];
  const lines: object[] = [];
  const write = (line: object): void => void lines.push(line);
  const logger = Object.assign(createLogger('gateway', 'silent'), { info: write, error: write });
  const reporter = new TurnedAwayReporter(
    async (refusals) => {
      const isTaken = await tell(refusals);
      if (isTaken) told.push(...refusals);
      return isTaken;
    },
    systemClock,
    logger,
  );
  return { reporter, told, lines };
}

async function until(check: () => boolean): Promise<void> {
  while (!check()) await pause(20);
}

describe('What the guard refuses', () => {
  it('is told by itself, a moment later', async () => {
    const { reporter, told, lines } = open();
    reporter.note(account('a'), refused);
    reporter.note(account('a'), refused);
    expect(told).toEqual([]);
    await until(() => told.length > 0);
    expect(told).toMatchObject([{ ...refused, accountId: 'a', post: null, times: 2 }]);
    await reporter.close();
    expect({ told: told.length, lines }).toEqual({ told: 1, lines: [] });
  });

  it('is told again until it is taken, under the same id', async () => {
    const tries: (string | undefined)[] = [];
    const { reporter, told } = open(([first]) => {
      tries.push(first?.id);
      return tries.length < 3 ? Promise.reject(new Error('away')) : Promise.resolve(true);
    });
    reporter.note(account('a'), refused);
    await until(() => told.length > 0);
    expect(new Set(tries).size).toBe(1);
    await reporter.close();
    expect(told).toHaveLength(1);
  });

  it('is told when the gateway stops, all of it and in batches', async () => {
    const batches: number[] = [];
    const { reporter, told } = open((refusals) => {
      batches.push(refusals.length);
      return Promise.resolve(true);
    });
    for (let index = 0; index < 450; index += 1) reporter.note(account(String(index)), refused);
    await reporter.close();
    expect(batches).toEqual([200, 200, 50]);
    expect(new Set(told.map(({ accountId }) => accountId)).size).toBe(450);
  });

  it('is missed aloud where it is not taken', async () => {
    for (const answer of [() => Promise.resolve(false), () => Promise.reject(new Error('away'))]) {
      const { reporter, told, lines } = open(answer);
      for (let index = 0; index < 3; index += 1) reporter.note(account(String(index)), refused);
      await reporter.close();
      expect(told).toEqual([]);
      expect(lines).toMatchObject([{ lost: 3 }]);
    }
  });

  it('is missed aloud where there is no room, and holds nobody up', async () => {
    const { reporter, told, lines } = open();
    for (let index = 0; index < 1_500; index += 1) reporter.note(account(String(index)), refused);
    await reporter.close();
    expect(told).toHaveLength(1_000);
    expect(lines).toMatchObject([{ lost: 500 }]);
  });

  it('is only counted of visitors', async () => {
    const { reporter, told, lines } = open();
    for (let index = 0; index < 30; index += 1) reporter.note(VISITOR, refused);
    await until(() => lines.length > 0);
    await reporter.close();
    expect(told).toEqual([]);
    expect(lines).toMatchObject([{ visitors: 30 }]);
  });
});
