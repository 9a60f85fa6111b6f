import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const SUBGRAPHS = ['agencies', 'analytics', 'reports', 'users'];

/** Every schema file of the house, and what it must contain: each subgraph's SDL, and the composed supergraph. */
export async function emitSchemas() {
  const sdls = {};
  for (const name of SUBGRAPHS) {
    const { printSchema } = await import(join(root, 'subgraphs', name, 'dist', 'src', 'schema.js'));
    sdls[name] = printSchema();
  }
  const { composeSupergraph } = await import(
    join(root, 'gateway', 'dist', 'src', 'planning', 'compose-supergraph.js')
  );
  return {
    ...Object.fromEntries(SUBGRAPHS.map((name) => [join('subgraphs', name, 'schema.graphql'), sdls[name]])),
    [join('gateway', 'supergraph.graphql')]: composeSupergraph(sdls),
  };
}

/** The file as it is committed; empty when it is missing. */
export function readCommitted(file) {
  return readFile(join(root, file), 'utf8').catch(() => '');
}
