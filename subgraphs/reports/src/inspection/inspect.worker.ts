import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { inspect } from './inspect.js';

/** The thread that looks into one file; whoever started it watches what it takes. */
const { source, target } = workerData as { readonly source: string; readonly target: string };

sharp.cache(false);
sharp.concurrency(1);
parentPort?.postMessage(await inspect(source, target));
