import { statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';

import { Servers, isGone, query } from './server-under-test.js';

jest.setTimeout(60_000);

const servers = new Servers();
afterAll(() => servers.cleanUp());

describe('An embedded PostgreSQL server', () => {
  it('speaks UTF8, sorts the same everywhere, counts in UTC and checks its pages', async () => {
    const { adminUrl } = await servers.start(servers.folder());
    const [facts] = await query(
      adminUrl,
      `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding,
              datlocprovider as provider, datlocale as locale, current_setting('TimeZone') as zone,
              current_setting('data_checksums') as checksums, current_setting('max_connections') as connections
         from pg_database where datname = 'postgres'`,
    );
    expect(facts).toEqual({
      version: '18.4',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      zone: 'UTC',
      checksums: 'on',
      connections: '100',
    });
  });

  it('brings the extensions that the subgraphs need', async () => {
    const { adminUrl } = await servers.start(servers.folder());
    for (const extension of ['pg_trgm', 'ltree', 'pgcrypto', 'btree_gist', 'citext', 'unaccent']) {
      await query(adminUrl, `create extension ${extension}`);
    }
    const [row] = await query(
      adminUrl,
      `select encode(digest('a', 'sha256'), 'hex') as digest, unaccent('é') as letter,
              to_tsvector('indonesian', 'perbaikan jalan')::text as stems`,
    );
    expect(row).toEqual({
      digest: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      letter: 'e',
      stems: expect.stringContaining('jalan'),
    });
  });

  it('refuses a wrong password and keeps the right one to its owner', async () => {
    const folder = servers.folder();
    const { adminUrl, port } = await servers.start(folder);
    const guess = `postgres://postgres:guess@127.0.0.1:${String(port)}/postgres`;
    await expect(query(guess, 'select 1')).rejects.toMatchObject({ code: '28P01' });

    const passwordFile = join(folder, 'server', 'superuser-password');
    expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
    expect(
      await query(adminUrl, "select left(rolpassword, 13) as kind from pg_authid where rolname = 'postgres'"),
    ).toEqual([{ kind: 'SCRAM-SHA-256' }]);
  });

  it('keeps its data, port and password over a stop and a start', async () => {
    const folder = servers.folder();
    const first = await servers.start(folder, { durable: true });
    await query(first.adminUrl, "create table kept as select 'laporan' as word");
    await first.stop();
    expect(await isGone(first)).toBe(true);

    const second = await servers.start(folder, { durable: true });
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second.adminUrl, 'select word from kept')).toEqual([{ word: 'laporan' }]);
    expect(await query(second.adminUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('takes another port when the one it had is taken, unless that one was asked for', async () => {
    const folder = servers.folder();
    const first = await servers.start(folder);
    await first.stop();
    const other = createServer().listen(first.port, '127.0.0.1');
    try {
      const second = await servers.start(folder);
      expect(second.port).not.toBe(first.port);
      await second.stop();

      const { port } = other.address() as AddressInfo;
      await expect(servers.start(folder, { port })).rejects.toThrow(/Address already in use/);
    } finally {
      other.close();
    }
  });

  it('is not mistaken for another PostgreSQL server that holds the port asked for', async () => {
    const other = await servers.start(servers.folder());
    await expect(servers.start(servers.folder(), { port: other.port })).rejects.toThrow(
      /Address already in use/,
    );
    expect(await query(other.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops although sessions are open, and may be told to stop twice', async () => {
    const server = await servers.start(servers.folder());
    const sleeping = query(server.adminUrl, 'select pg_sleep(60)').then(
      () => 'slept',
      () => 'cut off',
    );
    await query(server.adminUrl, 'select 1');
    await Promise.all([server.stop(), server.stop()]);
    expect(await isGone(server)).toBe(true);
    expect(await sleeping).toBe('cut off');
  });
});
