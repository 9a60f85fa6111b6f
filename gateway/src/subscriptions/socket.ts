import type { RawData, WebSocket } from 'ws';
import { CloseCode } from 'graphql-ws';

/** Bytes that may wait for a client that does not read; beyond it the socket is given up. */
const BACKLOG_LIMIT = 2 ** 20;
const PING_MS = 12_000;
const MESSAGES = { most: 60, perMs: 10_000 };
const TRY_AGAIN_LATER = 1013;

/**
 * One client's socket, guarded: pings end the dead, a count of messages ends the noisy, a limit on what waits ends the
 * slow. Their clients come back and ask for what they missed; nothing is buffered for them here.
 */
export class GuardedSocket {
  private isAlive = true;
  private readonly pings: NodeJS.Timeout;
  private counted = { since: 0, messages: 0 };

  constructor(private readonly socket: WebSocket) {
    socket.on('error', () => {
      socket.terminate();
    }); // malformed frames; the close says the rest
    socket.on('pong', () => (this.isAlive = true));
    this.pings = setInterval(() => {
      this.ping();
    }, PING_MS).unref();
    socket.once('close', () => {
      clearInterval(this.pings);
    });
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  onMessage(receive: (text: string) => Promise<void>): void {
    this.socket.on('message', (data: RawData, isBinary) => {
      if (isBinary) {
        this.close(CloseCode.BadRequest, 'Send text.');
        return;
      }
      if (this.isTooMuch()) {
        this.close(CloseCode.TooManyInitialisationRequests, 'Too many messages');
        return;
      }
      receive(textOf(data)).catch(() => {
        this.close(CloseCode.InternalServerError, 'Internal server error');
      });
    });
  }

  /** Sends a frame, or gives up a client that has stopped reading. */
  send(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > BACKLOG_LIMIT) {
      this.close(TRY_AGAIN_LATER, 'Too slow');
      this.socket.terminate();
      return;
    }
    this.socket.send(frame);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  private ping(): void {
    if (!this.isAlive) {
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    this.socket.ping();
  }

  private isTooMuch(): boolean {
    const now = performance.now();
    if (now - this.counted.since > MESSAGES.perMs) this.counted = { since: now, messages: 0 };
    return ++this.counted.messages > MESSAGES.most;
  }
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
}
