import { Agent, request } from 'node:http';

/** A client that keeps its connections open and asks one question over and over. */
export class Client {
  private readonly agent: Agent;
  private readonly body: string;

  constructor(
    private readonly port: number,
    query: string,
    private readonly concurrency: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: concurrency });
    this.body = JSON.stringify({ query });
  }

  /** The text of one answer. */
  ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(this.body),
      };
      const options = { port: this.port, path: '/graphql', method: 'POST', agent: this.agent, headers };
      const outgoing = request({ host: '127.0.0.1', ...options }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`Answered with status ${String(response.statusCode)}: ${text}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(this.body);
    });
  }

  /** Asks `count` times, always `concurrency` at once; how long each answer took, in milliseconds. */
  async askOften(count: number): Promise<readonly number[]> {
    const durations: number[] = [];
    let left = count;
    const askInTurn = async (): Promise<void> => {
      while (left-- > 0) {
        const start = performance.now();
        await this.ask();
        durations.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: this.concurrency }, askInTurn));
    return durations;
  }

  close(): void {
    this.agent.destroy();
  }
}
