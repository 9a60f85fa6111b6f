import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { POLICY_PAGE, policyPage } from './policy-page.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const SUBGRAPHS = ['agencies', 'analytics', 'reports', 'users'];

/**
 * Every file that is written from the code, and what it must contain: each subgraph's SDL, the composed supergraph, and
 * the page of policies. It throws for a field of which nobody has said who may call or see it.
 */
export async function emitSchemas() {
  const sdls = {};
  const policies = {};
  for (const name of SUBGRAPHS) {
    const built = join(root, 'subgraphs', name, 'dist', 'src');
    sdls[name] = (await import(join(built, 'schema.js'))).printSchema();
    policies[name] = (await import(join(built, 'policies.js'))).policies;
  }
  const rights = await import(join(root, 'packages', 'authorization', 'dist', 'src', 'index.js'));
  const { composeSupergraph } = await import(
    join(root, 'gateway', 'dist', 'src', 'planning', 'compose-supergraph.js')
  );
  return {
    ...Object.fromEntries(SUBGRAPHS.map((name) => [join('subgraphs', name, 'schema.graphql'), sdls[name]])),
    [join('gateway', 'supergraph.graphql')]: composeSupergraph(sdls),
    [POLICY_PAGE]: await policyPage(policies, rights),
  };
}

/** The file as it is committed; empty when it is missing. */
export function readCommitted(file) {
  return readFile(join(root, file), 'utf8').catch(() => '');
}
