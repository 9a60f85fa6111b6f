import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.js';
import type { Letter } from './mail.rules.js';

/** A letter with its address. */
export interface AddressedLetter extends Letter {
  readonly to: string;
  /** Makes the Message-ID, so that a letter that comes twice is known as one. */
  readonly id: string;
}

/** Where letters are handed in. */
export interface MailServer {
  send(letter: AddressedLetter): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/** An SMTP server. `smtps://` speaks TLS from the beginning, `smtp://` changes to it where the server offers it. */
export function connectMailServer({ url, from }: MailConfig): MailServer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Letters are made of our own sentences; nothing may pull in a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  return {
    async send({ to, id, subject, text }) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers,
        messageId: `<${id}@${host}>`,
      });
    },
    close: () => transport.close(),
  };
}
