import { createHmac } from 'node:crypto';
import type { Clock } from '@satu-pintu/domain-kit';
import type { TextMessageGateway } from './text-message-gateway.js';

const PATIENCE_MS = 5_000;

/**
 * A gateway of text messages that is reached by HTTP: `POST` with `{ "id", "to", "text" }` as JSON. It knows us by
 * `X-Satu-Pintu-Signature`, which is `sha256=` and the HMAC-SHA256, in hexadecimal, of the header `X-Satu-Pintu-Timestamp`
 * (seconds since 1970), a full stop and the body. Every status of 2xx says that the message was taken.
 */
export function textMessageWebhook(
  { url, key }: { readonly url: string; readonly key: string },
  clock: Clock,
): TextMessageGateway {
  return {
    async send({ id, to, text }) {
      const body = JSON.stringify({ id, to, text });
      const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
      const signature = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-satu-pintu-timestamp': timestamp,
          'x-satu-pintu-signature': `sha256=${signature}`,
        },
        body,
        // Whoever answers with another address has not taken the message, and is not followed there with it.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new TextMessageNotTaken(response.status);
    },
  };
}

/** The gateway has answered, and not taken the message. */
class TextMessageNotTaken extends Error {
  constructor(readonly code: number) {
    super('The gateway of text messages has not taken one.');
  }
}
