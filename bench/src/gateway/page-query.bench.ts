import { isDeepStrictEqual } from 'node:util';
import { Client } from '../measure/client.js';
import { compare, type Comparison } from '../measure/compare.js';
import type { ServerProcess } from '../measure/server-process.js';
import { type Operation, OPERATIONS } from './operations.js';
import { type SideBySide, startSideBySide } from './side-by-side.js';

/** What came of one operation. */
export interface PageQueryResult extends Comparison {
  readonly operation: Operation;
  /** Bytes of the answer. */
  readonly bytes: number;
  /** Requests to subgraphs for one answer. */
  readonly fetches: { readonly ours: number; readonly theirs: number };
}

/** Our gateway against the library's with its default settings, in one run and in turns. */
export async function benchPageQuery(): Promise<readonly PageQueryResult[]> {
  const servers = await startSideBySide();
  try {
    const results: PageQueryResult[] = [];
    for (const operation of OPERATIONS) results.push(await bench(operation, servers));
    return results;
  } finally {
    await servers.stop();
  }
}

async function bench(operation: Operation, servers: SideBySide): Promise<PageQueryResult> {
  const ours = await answerOf(servers.ours, operation, servers.subgraphs);
  const theirs = await answerOf(servers.theirs, operation, servers.subgraphs);
  refuseUnequal(operation, ours.text, theirs.text);
  return {
    operation,
    bytes: Buffer.byteLength(ours.text),
    fetches: { ours: ours.fetches, theirs: theirs.fetches },
    ...(await compare(operation.query, servers, operation.effort)),
  };
}

/** One answer, and how many requests to subgraphs it took. */
async function answerOf(server: ServerProcess, { query }: Operation, subgraphs: ServerProcess) {
  const client = new Client(server.port, query, 1);
  const before = await subgraphs.ask('fetches');
  const text = await client.ask();
  client.close();
  return { text, fetches: (await subgraphs.ask('fetches')) - before };
}

/** Who answers something else, or with errors, may be as fast as he likes. */
function refuseUnequal({ name }: Operation, ours: string, theirs: string): void {
  const [our, their] = [JSON.parse(ours), JSON.parse(theirs)] as [object, object];
  if ('errors' in our || 'extensions' in our) throw new Error(`${name} was answered with errors: ${ours}`);
  if (!isDeepStrictEqual(our, their)) throw new Error(`${name} was not answered the same by both gateways.`);
}
