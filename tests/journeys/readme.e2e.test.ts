import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { stack } from '../support/stack.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Where the README says that the gateway answers; the house of the tests answers elsewhere. */
const PRINTED_ADDRESS = 'http://localhost:4000/graphql';

const OPERATIONS = blocksOf('graphql').map((text) => ({ text, ...headOf(text) }));
const COMMANDS = blocksOf('sh').filter((text) => text.startsWith('curl '));

describe('the README', () => {
  it('shows a query, a subscription and a line for the shell', () => {
    expect(OPERATIONS.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['query', 'subscription']));
    expect(COMMANDS.length).toBeGreaterThan(0);
  });

  it.each(OPERATIONS)('shows a $kind that works as printed: $name', async ({ text, kind }) => {
    if (kind === OperationTypeNode.SUBSCRIPTION) {
      const listener = Listener.open<object>(text, {});
      expect(await listener.first(1)).not.toEqual([{}]);
      expect(listener.errors).toEqual([]);
      await listener.close();
      return;
    }
    const { data, errors } = await request<object>(text);
    expect(errors).toEqual([]);
    expect(Object.values(data ?? {})).not.toContain(null);
    expect(data).not.toBeNull();
  });

  it.each(COMMANDS)('shows a line for the shell that works as printed: %s', async (command) => {
    expect(command).toContain(PRINTED_ADDRESS);
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      command.replace(PRINTED_ADDRESS, stack.gatewayUrl),
    ]);
    const answer = JSON.parse(stdout) as { data?: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})).toEqual([expect.any(Object)]);
  });
});

function blocksOf(language: string): readonly string[] {
  const fenced = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...README.matchAll(fenced)].map(([, text = '']) => text.trim());
}

function headOf(text: string): { readonly kind: OperationTypeNode | undefined; readonly name: string } {
  const operation = getOperationAST(parse(text));
  return { kind: operation?.operation, name: operation?.name?.value ?? 'without a name' };
}
