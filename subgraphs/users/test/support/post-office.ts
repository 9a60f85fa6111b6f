import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailConfig } from '../../src/config.js';

/** An SMTP server that keeps what it is given. */
export interface PostOffice {
  readonly config: MailConfig;
  /** Whole letters, oldest first. */
  readonly letters: string[];
  /** Takes no more letters when it is closed, and says so. */
  isOpen: boolean;
  close(): Promise<void>;
}

export const FROM = 'Satu Pintu <tidak-dibalas@contoh.go.id>';

export async function openPostOffice(): Promise<PostOffice> {
  const letters: string[] = [];
  const office: PostOffice = {
    config: { url: '', from: FROM },
    letters,
    isOpen: true,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) => done(office.isOpen ? null : new Error('The post is closed.')),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(office, { config: { url: `smtp://127.0.0.1:${String(port)}`, from: FROM } });
}

/** The code in the newest letter to an address with a subject; null while there is none. */
export function codeIn({ letters }: PostOffice, email: string, subject: string): string | null {
  const letter = letters.findLast((text) => text.includes(`To: ${email}`) && text.includes(subject));
  return letter?.match(/^([\w-]{43})\r?$/m)?.[1] ?? null;
}
