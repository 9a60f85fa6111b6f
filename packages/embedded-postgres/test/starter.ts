import { startEmbeddedPostgres } from '../src/index.js';

// A process that starts the server and then does nothing, to be killed by a test.
const [, , dataFolder = ''] = process.argv;
const { pid, port, adminUrl } = await startEmbeddedPostgres({ dataFolder, durable: false });
process.stdout.write(`${JSON.stringify({ pid, port, adminUrl })}\n`);
setInterval(() => undefined, 60_000);
