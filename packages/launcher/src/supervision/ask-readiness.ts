import { get } from 'node:http';

const PATIENCE_MS = 1_000;

/** Whether the process on a port says that it can do its work (`GET /health/ready` answers 200). */
export function askReadiness(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    // No agent: a connection kept alive would be one more that the process has to wait for when it ends.
    const request = get({
      host: '127.0.0.1',
      port,
      path: '/health/ready',
      agent: false,
      timeout: PATIENCE_MS,
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      resolve(false);
    });
    request.on('close', () => {
      resolve(false);
    });
    request.end();
  });
}
