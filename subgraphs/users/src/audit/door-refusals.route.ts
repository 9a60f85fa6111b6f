import type { Readable } from 'node:stream';
import { DOOR_REFUSALS_PREFIX, readDoorRefusals } from '@satu-pintu/service-kit';
import type { SignedRoute } from '@satu-pintu/subgraph-kit';
import type { RecordDoorRefusalsCommand } from './record-door-refusals.command.js';

/** More than the most refusals take, in bytes. */
const MOST_BYTES = 2 ** 19;

/** Lets gateways tell whom they refused at the door. */
export function doorRefusalsRoute(record: RecordDoorRefusalsCommand): SignedRoute {
  return {
    method: 'PUT',
    prefix: DOOR_REFUSALS_PREFIX,
    async answer({ rest, body }) {
      const refusals = readDoorRefusals(rest, await textOf(body));
      if (!refusals) return { status: 400, body: { message: 'These are no refusals.' } };
      await record.execute(refusals);
      return { status: 200, body: { recorded: refusals.length } };
    },
  };
}

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
