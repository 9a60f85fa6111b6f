import { readFile, rename, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';

const ANY = 0;

/** The port of the last start if it is still free, else a free one of the system's choice. */
export async function choosePort(portFile: string): Promise<number> {
  const remembered = Number(await readFile(portFile, 'utf8').catch(() => ''));
  const usable = Number.isInteger(remembered) && remembered > 0 && remembered < 65_536;
  return (usable ? await tryPort(remembered) : undefined) ?? (await anyPort());
}

async function anyPort(): Promise<number> {
  const port = await tryPort(ANY);
  if (port === undefined) throw new Error('No TCP port is free on 127.0.0.1.');
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(undefined);
    });
    probe.listen(port, '127.0.0.1', () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(bound);
      });
    });
  });
}

/** Keeps the port for the next start. */
export async function rememberPort(portFile: string, port: number): Promise<void> {
  // Replaced, not overwritten: the old file may belong to another account that started the server before.
  const written = `${portFile}.${String(process.pid)}`;
  await writeFile(written, String(port));
  await rename(written, portFile);
}
