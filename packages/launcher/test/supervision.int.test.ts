import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openProcessLog } from '../src/supervision/process-log.js';
import { SupervisedProcess } from '../src/supervision/supervised-process.js';

const CHILD = fileURLToPath(new URL('./fixtures/obedient-child.mjs', import.meta.url));
const LAUNCHER = fileURLToPath(new URL('./fixtures/launcher-to-kill.mjs', import.meta.url));

describe('Supervision', () => {
  let folder: string;
  let readyFile: string;
  const notices: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'satu-pintu-supervision-'));
    readyFile = join(folder, 'ready');
    notices.length = 0;
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function aProcess(environment: Readonly<Record<string, string>> = {}): SupervisedProcess {
    const notice = (line: string): unknown => notices.push(line);
    return new SupervisedProcess({
      name: 'child',
      script: CHILD,
      environment: { READY_FILE: readyFile, ...environment },
      log: openProcessLog(folder, 'child', notice),
      notice,
      isReady: () => Promise.resolve(existsSync(readyFile)),
    });
  }

  it('brings a killed process back within a second', async () => {
    const child = aProcess();
    child.start();
    await child.ready();
    const first = await pidIn(readyFile);

    rmSync(readyFile);
    process.kill(first, 'SIGKILL');
    const killedAt = performance.now();
    const second = await pidIn(readyFile);

    expect(performance.now() - killedAt).toBeLessThan(1_000);
    expect(second).not.toBe(first);
    expect(child.pid).toBe(second);
    expect(notices[0]).toBe('child ended (SIGKILL); starting it again in 100 ms');
    await child.stop();
  });

  it('leaves nothing behind when it is stopped, and starts nothing again', async () => {
    const child = aProcess();
    child.start();
    await child.ready();
    const pid = await pidIn(readyFile);
    await child.stop();
    await delay(300);

    expect(isAlive(pid)).toBe(false);
    expect(child.pid).toBeNull();
    expect(notices).toEqual([]);
  });

  it('can be stopped while a dead process waits for its next start', async () => {
    const child = aProcess();
    child.start();
    await child.ready();
    const pid = await pidIn(readyFile);
    rmSync(readyFile);
    process.kill(pid, 'SIGKILL');
    while (notices.length === 0) await delay(5);
    await child.stop();
    await delay(300);

    expect(existsSync(readyFile)).toBe(false);
  });

  it('reports a process that cannot start, with its last words', async () => {
    const child = aProcess({ ENDS_AT_ONCE: '1' });
    child.start();

    await expect(child.ready()).rejects.toThrow(/child ended 3 times \(code 1\)[\s\S]*no configuration/);
    await child.stop();
  });

  it('takes its processes along when it is killed itself', async () => {
    const launcher = spawn(process.execPath, [LAUNCHER], {
      env: { CHILD_SCRIPT: CHILD, READY_FILE: readyFile, LOG_FOLDER: folder },
      stdio: 'ignore',
    });
    const child = await pidIn(readyFile);
    launcher.kill('SIGKILL');
    for (let waited = 0; isAlive(child) && waited < 2_000; waited += 20) await delay(20);

    expect(isAlive(child)).toBe(false);
  });
});

async function pidIn(file: string): Promise<number> {
  for (;;) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid > 0) return pid;
    await delay(10);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A dead process whose parent is gone too keeps its id until somebody reaps it.
  return process.platform !== 'linux' || readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8') !== '';
}
