import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Longer than any provider needs to let somebody in. */
const MOST_HOPS = 10;

/** As whom the house is known at the provider. */
export interface KnownClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** A running provider. */
export interface RunningIdentityProvider {
  readonly issuer: string;
  close(): void;
}

/** What a browser brings back from the provider. */
export interface BroughtBack {
  readonly code: string;
  readonly state: string;
  readonly iss: string;
}

/** Starts a real OpenID provider in a process of its own, which ends with this one. */
export async function openIdentityProvider(client: KnownClient): Promise<RunningIdentityProvider> {
  const file = fileURLToPath(new URL('../../fixtures/identity-provider.mjs', import.meta.url));
  const child = fork(file, [client.clientId, client.clientSecret, client.redirectUri], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [told] = (await once(child, 'message')) as [{ issuer: string }];
  return { issuer: told.issuer, close: () => child.disconnect() };
}

/**
 * Walks as a browser does from the address of the provider to the page to which it sends back, cookies kept, and signs in
 * on the way as somebody.
 *
 * @param who claims of the person; without `sub`, somebody the provider has never seen
 */
export async function signInAtProvider(authorizationUrl: string, who: object): Promise<BroughtBack> {
  const { origin, searchParams } = new URL(authorizationUrl);
  const home = searchParams.get('redirect_uri') ?? '';
  await fetch(`${origin}/who`, { method: 'POST', body: JSON.stringify({ sub: randomUUID(), ...who }) });
  const cookies = new Map<string, string>();
  let next = authorizationUrl;
  for (let hops = 0; !next.startsWith(home); hops += 1) {
    if (hops > MOST_HOPS) throw new Error('The provider sends the browser around in circles.');
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider stops: ${await response.text()}`);
    next = new URL(location, origin).href;
  }
  const found = new URL(next).searchParams;
  const part = (name: string): string => found.get(name) ?? '';
  return { code: part('code'), state: part('state'), iss: part('iss') };
}
