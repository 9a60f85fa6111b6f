import { type BlockList, isIP } from 'node:net';

/** Where a request came from: the other end of the connection, and what it says of those behind it. */
export interface Origin {
  readonly peer: string;
  /** The header X-Forwarded-For. */
  readonly forwardedFor: string | undefined;
}

/**
 * The address of whoever asks. What is said of others is believed of proxies that the operator has named, from the
 * nearest one on; anybody else could write there what they like.
 */
export function visitorAddress({ peer, forwardedFor = '' }: Origin, trusted: BlockList): string {
  const said = forwardedFor.split(',').map((address) => plain(address.trim()));
  let address = plain(peer);
  while (isTrusted(address, trusted)) {
    const next = said.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** The network of an address: a household has one, and whoever has many addresses in it is one visitor (/24, /56). */
export function networkOf(address: string): string {
  if (isIP(address) === 4) return address.split('.').slice(0, 3).join('.');
  if (isIP(address) !== 6) return 'unknown';
  const groups = groupsOf(address).map((group) => Number.parseInt(group, 16));
  const [first = 0, second = 0, third = 0, fourth = 0] = groups;
  return [first, second, third, fourth >> 8].map((group) => group.toString(16)).join(':');
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** One spelling: an IPv4 address that came over IPv6 is one of IPv4, and a zone is of no interest. */
function plain(address: string): string {
  const [withoutZone = ''] = address.toLowerCase().split('%');
  const mapped = /^::ffff:([\d.]+)$/.exec(withoutZone)?.[1];
  return mapped !== undefined && isIP(mapped) === 4 ? mapped : withoutZone;
}

function groupsOf(address: string): readonly string[] {
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right];
}
