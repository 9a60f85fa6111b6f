import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tellWhenAsked } from '../measure/questions.js';
import { imagineSubgraph } from './imagined-subgraph.js';

/*
 * A process that stands for all subgraphs: `PORTS` is a JSON object from their names to ports, and at `PORT` answers
 * one of them. Each question is worked out once, and answered from memory ever after.
 */

const SUBGRAPHS = new URL('../../../../subgraphs/', import.meta.url);

/** No tokens are used, so no keys are needed to verify them. */
const NO_TOKEN_KEYS = '{"keys":[]}';

let fetches = 0;
tellWhenAsked('fetches', () => fetches);

const ports = JSON.parse(process.env.PORTS ?? '') as Readonly<Record<string, number>>;
for (const [name, port] of Object.entries(ports)) serve(name, port);

function serve(name: string, port: number): void {
  const answer = imagineSubgraph(readFileSync(new URL(`${name}/schema.graphql`, SUBGRAPHS), 'utf8'));
  const known = new Map<string, string>();
  const answerTo = (body: string): string => {
    let text = known.get(body);
    if (text === undefined) {
      const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: object };
      text = answer(query, { ...variables });
      known.set(body, text);
    }
    return text;
  };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      send(response, NO_TOKEN_KEYS);
      return;
    }
    fetches++;
    readBody(request, (body) => send(response, answerTo(body)));
  });
  server.keepAliveTimeout = 65_000;
  server.listen(port, '127.0.0.1');
}

function readBody(request: IncomingMessage, use: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => use(Buffer.concat(chunks).toString()));
}

function send(response: ServerResponse, text: string): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  };
  response.writeHead(200, headers).end(text);
}
