import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { ask } from '../support/graph.js';
import { eventually } from '../support/eventually.js';
import { openImport, seeImport, sendFile } from '../support/imports.js';
import { signIn } from '../support/people.js';
import { pidOf } from '../support/stack.js';

const ROWS = 3_000;
const codes = Array.from({ length: ROWS }, (_, index) => `32.73/71.${String(index)}`);
const UNITS = `code,name,parentCode\n${codes.map((code) => `${code},Unit Besar ${code},32.73`).join('\n')}\n`;

it('An import whose process is killed leaves nothing behind, and is carried out once all the same', async () => {
  const coordinator = await signIn('koordinator.bandung@demo.test');
  const { import: opened, upload } = await openImport('UNITS', false, coordinator);
  expect((await sendFile(upload?.address ?? '', UNITS)).status).toBe(202);
  await eventually(async () => {
    expect((await seeImport(opened?.id ?? '', coordinator))?.state).toBe('RUNNING');
  });
  await pause(100);
  const pid = await pidOf('agencies');
  if (pid === null) throw new Error('agencies does not run.');
  process.kill(pid, 'SIGKILL');
  const seen = await eventually(async () => {
    const found = await seeImport(opened?.id ?? '', coordinator);
    // Whole or not at all, whenever one looks.
    const { agencies } = await ask<{ agencies: { nodes: object[] } }>(
      '{ agencies(filter: { query: "32.73/71." }, first: 100) { nodes { code } } }',
    );
    expect([0, 100]).toContain(agencies.nodes.length);
    expect(found?.state).toBe('DONE');
    return found;
  }, 60_000);
  expect(seen).toMatchObject({ rowsRead: ROWS, rowsCreated: ROWS, rowsRefused: 0 });
}, 90_000);
