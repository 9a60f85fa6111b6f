import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { fixedPorts, freePorts, waitForPorts } from '../src/processes/ports.js';

const never = new AbortController().signal;

describe('Ports', () => {
  it('lie next to each other, and only the gateway can move', () => {
    expect(fixedPorts(8080)).toEqual({
      gateway: 8080,
      reports: 4001,
      agencies: 4002,
      users: 4003,
      analytics: 4004,
    });
  });

  it('of a test are five different ones that can be listened on', async () => {
    const ports = await freePorts();
    expect(new Set(Object.values(ports)).size).toBe(5);
    await expect(waitForPorts(ports, never, 0)).resolves.toBeUndefined();
  });

  it('that are taken are named, with what can be done', async () => {
    const ports = await freePorts();
    const other = createServer().listen(ports.gateway, '127.0.0.1');
    await once(other, 'listening');
    await expect(waitForPorts(ports, never, 0)).rejects.toThrow(
      `Another program listens on port ${String(ports.gateway)} (gateway). Stop it or choose another one with PORT.`,
    );
    other.close();
  });

  it('of an ending start are waited for', async () => {
    const ports = await freePorts();
    const ending = createServer().listen(ports.users, '127.0.0.1');
    await once(ending, 'listening');
    setTimeout(() => ending.close(), 300);
    await expect(waitForPorts(ports, never)).resolves.toBeUndefined();
  });
});
