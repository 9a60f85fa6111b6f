import { Worker } from 'node:worker_threads';
import { INSPECTION_MEMORY } from './limits.js';
import type { Verdict } from './verdict.js';

/*
 * A process for one file: it looks, says its verdict on standard output, and ends. It knows no secret and no
 * database, has no network, and reads and writes next to nothing; see inspector.ts.
 */

const LOOK_EVERY_MS = 20;

const [source, target] = process.argv.slice(2);
const worker = new Worker(new URL('inspect.worker.js', import.meta.url), {
  workerData: { source, target },
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});

// The bytes of images and of unpacked streams are no heap of JavaScript, so only the whole process can be measured.
setInterval(() => {
  if (process.memoryUsage.rss() > INSPECTION_MEMORY) say({ ok: false, refusal: 'FileTooDemanding' });
}, LOOK_EVERY_MS);

worker.once('message', say);
worker.once('error', (error: Error & { readonly code?: string }) => {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') say({ ok: false, refusal: 'FileTooDemanding' });
  else process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(1));
});

function say(verdict: Verdict): void {
  process.stdout.write(JSON.stringify(verdict), () => process.exit(0));
}
