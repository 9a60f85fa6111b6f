/**
 * Fails when a committed schema file or the page of policies is not what the code says, when the subgraphs do not
 * compose, and when a field has no policy.
 */
import { emitSchemas, readCommitted } from './schemas.mjs';

const stale = [];
for (const [file, text] of Object.entries(await emitSchemas())) {
  if ((await readCommitted(file)) !== text) stale.push(file);
}
if (stale.length > 0) {
  console.error(`Not current, run \`npm run schema\`:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
console.log(
  'Every schema file and the page of policies are current, the subgraphs compose, and every field has a policy.',
);
