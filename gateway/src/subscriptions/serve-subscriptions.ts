import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Closable } from '@satu-pintu/service-kit';
import type { OriginRule } from '../protection/origins.js';
import { createProtocol, type ProtocolTools } from './protocol.js';
import { GuardedSocket } from './socket.js';

const PATH = '/graphql';
const MAX_PAYLOAD = 64 * 2 ** 10;
const SERVICE_RESTART = 1012;
/** How long clients get to answer the close of their socket when the gateway stops. */
const FAREWELL_MS = 500;

/** What the sockets are served with. */
export interface SubscriptionServing extends ProtocolTools {
  readonly isAllowedOrigin: OriginRule;
}

/** Serves graphql-transport-ws at the same address as queries; pages of unknown origins are turned away at the door. */
export function serveSubscriptions(http: Server, serving: SubscriptionServing): Closable {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  const protocol = createProtocol(serving);
  const upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    connection.on('error', () => connection.destroy());
    const refused = refusalOf(request, serving.isAllowedOrigin);
    if (refused) {
      refuse(connection, refused);
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      const guarded = new GuardedSocket(socket);
      const closed = protocol.opened(guarded, { socket: guarded, request });
      socket.once('close', (code, reason) => void closed(code, String(reason)));
    });
  };
  http.on('upgrade', upgrade);
  return {
    async close() {
      http.off('upgrade', upgrade);
      for (const socket of sockets.clients) socket.close(SERVICE_RESTART, 'The service restarts');
      const deadline = performance.now() + FAREWELL_MS;
      while (sockets.clients.size > 0 && performance.now() < deadline) await pause(10);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refusalOf({ url, headers }: IncomingMessage, isAllowedOrigin: OriginRule): string | null {
  if ((url ?? '').split('?')[0] !== PATH) return '404 Not Found';
  return isAllowedOrigin(headers) ? null : '403 Forbidden';
}

function refuse(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
