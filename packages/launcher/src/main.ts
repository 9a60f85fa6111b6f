import { join, resolve } from 'node:path';
import { greeting } from './greeting.js';
import { projectFolder } from './processes/process-name.js';
import { secondsSince } from './progress.js';
import { startStack } from './start-stack.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `npm start`: everything up, until somebody asks it to stop. */
async function main(): Promise<void> {
  const asked = stopAsked();
  const since = performance.now();
  const isProduction = process.env.NODE_ENV === 'production';
  try {
    const stack = await startStack({
      dataFolder: resolve(process.env.SATU_PINTU_DATA_FOLDER ?? join(projectFolder(), '.data')),
      ports: 'fixed',
      demo: 'all',
      log: print,
      environment: process.env,
      signal: asked,
    });
    print(`ready after ${secondsSince(since)}`);
    print(greeting(stack.gatewayUrl, !isProduction));
    await new Promise((stop) => {
      if (asked.aborted) stop(undefined);
      else asked.addEventListener('abort', stop);
    });
    print('stopping …');
    await stack.stop();
    print('stopped');
  } catch (error) {
    if (asked.aborted) {
      print('stopped before it was up');
      return;
    }
    print(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Aborted by the first signal that asks to stop; later ones change nothing, since stopping is under way. */
function stopAsked(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS)
    process.on(signal, () => {
      controller.abort();
    });
  return controller.signal;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
// What is left open now, a keep-alive timer for example, is no reason to stay.
process.exit();
