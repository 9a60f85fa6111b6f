import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { type DatabaseUser, stack } from '../support/stack.js';

const SUBGRAPHS: readonly DatabaseUser[] = ['reports', 'agencies', 'users', 'analytics'];

const QUESTIONS = [
  '{ __typename }',
  '{ _service { sdl } }',
  'query { _entities(representations: [{ __typename: "Report", id: "1" }]) { __typename } }',
  'query { _entities(representations: [{ __typename: "Reporter", handle: "x" }]) { __typename } }',
];

async function askDirectly(name: DatabaseUser, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(stack.urls[name], {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as { data?: unknown } };
}

describe.each(SUBGRAPHS)('the subgraph %s', (name) => {
  it('answers nobody who is not the gateway', async () => {
    for (const query of QUESTIONS) {
      const { status, body } = await askDirectly(name, query);
      expect({ query, status, data: body.data }).toEqual({ query, status: 401, data: undefined });
    }
  });

  it('does not believe a viewer whom the gateway did not sign', async () => {
    const made = Buffer.from(JSON.stringify({ viewer: { isSignedIn: true, appointments: [] } })).toString(
      'base64url',
    );
    for (const signature of ['', '.', 'x'.repeat(43)]) {
      const { status } = await askDirectly(name, '{ __typename }', {
        'x-satu-pintu-viewer': `${made}.${signature}`,
      });
      expect(status).toBe(401);
    }
  });

  it('lets nobody but the gateway listen', async () => {
    const socket = new WebSocket(stack.urls[name].replace(/^http/, 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    const payload = { query: 'subscription { __typename }' };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
    const [answer] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(answer.toString())).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    socket.terminate();
  });
});
