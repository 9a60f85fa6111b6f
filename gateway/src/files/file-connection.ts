import type { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';
import {
  type Closable,
  routeBody,
  signViewer,
  type SubgraphName,
  VIEWER_HEADER,
} from '@satu-pintu/service-kit';
import { SubgraphAway } from '../fetching/failures.js';
import type { SubgraphAddress } from '../fetching/subgraph-address.js';
import type { FetchingTools } from '../fetching/subgraph-data-source.js';
import type { Asker } from '../identity/asker.js';
import { viewerFor } from '../identity/viewer.rules.js';
import { FILES_AT_ONCE } from './file-limits.js';

const CONNECT_MS = 500;

/** One file on its way. */
export interface FileRequest {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly asker: Asker;
  readonly body?: Readable;
  readonly timeoutMs: number;
}

/**
 * Connections to one subgraph for files alone: the graph has its own, and is not held up by a slow upload. A request is
 * signed for its method and address; nothing of the client's own headers travels on.
 */
export class FileConnection implements Closable {
  private readonly pool: Pool;
  private underWay = 0;

  constructor(
    private readonly name: SubgraphName,
    private readonly keeper: SubgraphAddress,
    private readonly tools: Pick<FetchingTools, 'seals' | 'clock'>,
  ) {
    this.pool = new Pool(new URL(keeper.url).origin, {
      connections: FILES_AT_ONCE,
      pipelining: 1,
      connect: { timeout: CONNECT_MS },
      headersTimeout: 0, // the signal keeps the time over all of it
      bodyTimeout: 0,
    });
  }

  /** The answer, whose body is read as it comes; throws when the subgraph is away or too many files are under way. */
  async send({ method, path, asker, body, timeoutMs }: FileRequest): Promise<Dispatcher.ResponseData> {
    if (this.underWay >= FILES_AT_ONCE) throw new SubgraphAway('too many files are under way');
    this.underWay++;
    const { clock, seals } = this.tools;
    const viewer = viewerFor(this.name, asker, seals);
    const { viewerKey } = this.keeper;
    const signed = signViewer(viewer, this.name, routeBody(method, path), viewerKey, clock.now());
    try {
      const answer = await this.pool.request({
        method,
        path,
        headers: { [VIEWER_HEADER]: signed, ...(body && { 'content-type': 'application/octet-stream' }) },
        body: body ?? null,
        signal: AbortSignal.timeout(timeoutMs),
      });
      answer.body.once('close', () => this.underWay--);
      return answer;
    } catch (error) {
      this.underWay--;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
