import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the facts that the product ships, found from here upwards: sources and built files lie at different depths. */
export function dataFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'data', name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`data/${name} is missing.`);
  }
}
