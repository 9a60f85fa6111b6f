/** Fails when a committed schema file is not what the code says, or the subgraphs do not compose. */
import { emitSchemas, readCommitted } from './schemas.mjs';

const stale = [];
for (const [file, text] of Object.entries(await emitSchemas())) {
  if ((await readCommitted(file)) !== text) stale.push(file);
}
if (stale.length > 0) {
  console.error(`Not current, run \`npm run schema\`:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
console.log('Every schema file is current, and the subgraphs compose.');
