/** Writes the schema files and the page of policies after a change of the graph: `npm run schema`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emitSchemas, root } from './schemas.mjs';

for (const [file, text] of Object.entries(await emitSchemas())) {
  await writeFile(join(root, file), text);
  console.log(file);
}
