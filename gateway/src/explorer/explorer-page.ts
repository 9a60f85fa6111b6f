import { createHash } from 'node:crypto';
import { type RuruClientConfig, ruruHTML } from 'ruru/server';

/** Where the explorer's own files are served. */
export const EXPLORER_FILES = '/explorer/';

const FIRST_QUERY = [
  '# Satu Pintu: one graph over reports, agencies, users and statistics.',
  '# Sign in to get an access token, then put it among the headers below:',
  '# { "authorization": "Bearer <accessToken>" }. Subscriptions take it from there too.',
  '',
  'query Welcome {',
  '  agencies(first: 5) {',
  '    nodes {',
  '      name',
  '      kind',
  '    }',
  '  }',
  '}',
  '',
].join('\n');

/** The page, and the policy that lets it run its own scripts and no others. */
export interface ExplorerPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** A page to try the graph in a browser, subscriptions included, made of our own files alone. */
export function explorerPage(): ExplorerPage {
  const html = ruruHTML({
    staticPath: EXPLORER_FILES,
    endpoint: '/graphql',
    subscriptionEndpoint: '/graphql',
    clientConfig: { initialQuery: FIRST_QUERY, defaultQuery: FIRST_QUERY } as RuruClientConfig,
    htmlParts: { titleTag: '<title>Satu Pintu</title><link rel="icon" href="data:," />' },
  });
  return { html, contentSecurityPolicy: policyFor(html) };
}

function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, source = '']) =>
    hashOf(source),
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "connect-src 'self' ws: wss:",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
