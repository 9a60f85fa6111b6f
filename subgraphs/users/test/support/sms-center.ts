import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TextMessageConfig } from '../../src/config.js';

const KEY = 'kunci gerbang pesan singkat';

/** A message as the gateway was given it. */
export interface TakenText {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** A gateway of text messages, reached by HTTP, that keeps what it is given and takes nothing that is not signed. */
export interface SmsCenter {
  readonly config: TextMessageConfig;
  /** Oldest first. */
  readonly texts: TakenText[];
  /** Takes no more when it is closed, and says so. */
  isOpen: boolean;
  /** Requests that it has answered, taken or not. */
  asked: number;
  close(): Promise<void>;
}

export async function openSmsCenter(): Promise<SmsCenter> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      center.asked += 1;
      const isTaken = center.isOpen && request.method === 'POST' && isSigned(request, body);
      if (isTaken) center.texts.push(JSON.parse(body) as TakenText);
      response.writeHead(isTaken ? 202 : 503).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const center: SmsCenter = {
    config: { url: `http://127.0.0.1:${String(port)}/sms`, key: KEY },
    texts: [],
    isOpen: true,
    asked: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return center;
}

/** The digits in the newest message to a number; null while there is none. */
export function digitsSentTo({ texts }: SmsCenter, phone: string): string | null {
  return texts.findLast(({ to }) => to === phone)?.text.match(/\b\d{6}\b/)?.[0] ?? null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** As the README tells whoever runs a gateway to check it. */
function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const timestamp = String(headers['x-satu-pintu-timestamp']);
  const expected = createHmac('sha256', KEY).update(`${timestamp}.${body}`).digest('hex');
  const given = Buffer.from(String(headers['x-satu-pintu-signature']));
  const wanted = Buffer.from(`sha256=${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
