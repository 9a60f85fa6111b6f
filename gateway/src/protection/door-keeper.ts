import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { tooManyRequests } from '../errors/refusals.js';
import type { CountedOperation } from './counted-tries.rules.js';
import { networkOf, visitorAddress } from './visitor-address.js';
import type { VisitorLimits } from './visitor-limits.js';

/** A request before it is an operation: who is at the other end of the connection, and what it says. */
export interface Arrival {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/** Knows visitors by their network, and how much each may still try. */
export interface DoorKeeper {
  networkOf(arrival: Arrival): string;
  /** Throws for an operation with one try too many; nothing of it is then done. */
  count(network: string, operation: CountedOperation): void;
}

/** @param proxies addresses and networks (`10.0.0.2`, `fd00::/8`) whose word about those behind them is believed */
export function createDoorKeeper(limits: VisitorLimits, proxies: readonly string[]): DoorKeeper {
  const trusted = trustedProxies(proxies);
  return {
    networkOf({ socket, headers }) {
      const said = headers['x-forwarded-for'];
      const forwardedFor = Array.isArray(said) ? said.join(',') : said;
      return networkOf(visitorAddress({ peer: socket.remoteAddress ?? '', forwardedFor }, trusted));
    },
    count(network, operation) {
      const wait = limits.count(network, operation);
      if (wait !== null) throw tooManyRequests(wait);
    },
  };
}

function trustedProxies(proxies: readonly string[]): BlockList {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address);
    if (family === 0) throw new Error(`TRUSTED_PROXIES holds something that is no address: "${proxy}".`);
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) trusted.addAddress(address, type);
    else trusted.addSubnet(address, Number(bits), type);
  }
  return trusted;
}
