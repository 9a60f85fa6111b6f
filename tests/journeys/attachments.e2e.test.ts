import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask, type Asker } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import {
  type Filed,
  filed,
  FINAL_ANSWER,
  POTHOLE,
  PUBLIC_WORKS,
  succeeded,
  VERIFICATION,
} from '../support/reports.js';
import { stack } from '../support/stack.js';

const VISITOR: Asker = null;
const CANARY = 'KenariSariDewi1987';

const REQUEST_UPLOAD = /* GraphQL */ `
  mutation ($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      __typename
      ... on RequestUploadSuccess {
        upload {
          id
          address
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;
const FILES = /* GraphQL */ `
  query ($trackingId: ID!, $accessCode: String) {
    report(trackingId: $trackingId, accessCode: $accessCode) {
      attachments {
        ...File
      }
      followUps(first: 10) {
        nodes {
          attachments {
            ...File
          }
        }
      }
    }
  }
  fragment File on Attachment {
    id
    mediaType
    bytes
    isPublic
    address {
      path
    }
  }
`;

interface SeenFile {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly isPublic: boolean;
  readonly address: { readonly path: string };
}

let people: People;
beforeAll(async () => {
  people = await everybody();
});

/** A chequered PNG whose text tells who made it. */
function photograph(): Buffer {
  const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 1, 0, 0, 0, 0]);
  const lines = deflateSync(
    Buffer.concat(Array.from({ length: 64 }, () => Buffer.from([0, ...Array<number>(8).fill(0xaa)]))),
  );
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Author\0${CANARY}`, 'latin1')),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const at = (path: string): string => new URL(path, stack.gatewayUrl).href;

async function given(asker: Asker): Promise<{ id: string; address: string }> {
  const input = { mediaType: 'image/png', bytes: 1_000 };
  const { requestUpload } = await ask<{ requestUpload: { upload?: { id: string; address: string } } }>(
    REQUEST_UPLOAD,
    { input },
    asker,
  );
  if (!requestUpload.upload) throw new Error(JSON.stringify(requestUpload));
  return requestUpload.upload;
}

type Sent = NonNullable<NonNullable<Parameters<typeof fetch>[1]>['body']>;

/** Sends a file, and says what came back. */
async function put(
  address: string,
  body: Sent,
): Promise<{ status: number; code: string | null; message: string | null }> {
  const response = await fetch(at(address), {
    method: 'PUT',
    body,
    duplex: 'half',
    headers: { 'accept-language': 'en' },
    signal: AbortSignal.timeout(60_000),
  });
  const { errors = [] } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = errors;
  return { status: response.status, code: error?.extensions.code ?? null, message: error?.message ?? null };
}

async function uploaded(asker: Asker): Promise<string> {
  const { id, address } = await given(asker);
  expect(await put(address, new Uint8Array(photograph()))).toMatchObject({ status: 201 });
  return id;
}

async function fetched(path: string, asker: Asker): Promise<Response> {
  return fetch(at(path), {
    headers: { ...(asker && { authorization: `Bearer ${asker.token}` }) },
    signal: AbortSignal.timeout(30_000),
  });
}

interface SeenReport {
  readonly attachments: readonly SeenFile[];
  readonly followUps: { readonly nodes: readonly { readonly attachments: readonly SeenFile[] }[] };
}

async function seen(
  asker: Asker,
  { trackingId }: Filed,
  accessCode: string | null = null,
): Promise<SeenReport | null> {
  return (await ask<{ report: SeenReport | null }>(FILES, { trackingId, accessCode }, asker)).report;
}

describe('photographs of a pothole', () => {
  let report: Filed;
  let ids: string[];
  beforeAll(async () => {
    ids = [await uploaded(VISITOR), await uploaded(VISITOR)];
    report = await filed(VISITOR, { attachmentIds: ids });
  });

  it('are sent before there is a report and without an account, and found again with its code', async () => {
    const files = (await seen(VISITOR, report, report.accessCode))?.attachments ?? [];
    expect(files.map(({ id, mediaType }) => ({ id, mediaType }))).toEqual(
      ids.map((id) => ({ id, mediaType: 'image/png' })),
    );
    const response = await fetched(files[0]?.address.path ?? '', VISITOR);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(files[0]?.bytes),
      'content-disposition': expect.stringContaining('attachment'),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.includes(CANARY)).toBe(false);
  });

  it('are looked at by the office, each of it at an address of its own', async () => {
    const path = (await seen(people.coordinatorBandung, report))?.attachments[0]?.address.path ?? '';
    expect((await fetched(path, people.coordinatorBandung)).status).toBe(200);
    for (const asker of [people.national, people.warga, VISITOR]) {
      expect((await fetched(path, asker)).status).toBe(404);
    }
    expect((await fetched(path, { token: 'not.a.token' })).status).toBe(401);
  });

  it('reach the public one by one, as the verifier says', async () => {
    expect(await seen(VISITOR, report)).toBeNull();
    const verification = { ...VERIFICATION, reportId: report.id, agencyId: PUBLIC_WORKS };
    succeeded(
      await act(
        'verifyReport',
        { ...verification, publicAttachmentIds: [ids[1]] },
        people.coordinatorBandung,
      ),
    );
    for (const asker of [VISITOR, people.warga, people.ombudsman, people.ksp]) {
      const files = (await seen(asker, report))?.attachments ?? [];
      expect(files.map(({ id }) => id)).toEqual([ids[1]]);
      expect((await fetched(files[0]?.address.path ?? '', asker)).status).toBe(200);
    }
    expect((await seen(people.worksOfficer, report))?.attachments).toHaveLength(2);
  });

  it('are answered with one of the work done', async () => {
    const evidence = await uploaded(people.worksOfficer);
    const answer = {
      ...FINAL_ANSWER,
      reportId: report.id,
      attachmentIds: [evidence],
      publicAttachmentIds: [evidence],
    };
    succeeded(await act('recordFollowUp', answer, people.worksOfficer));
    expect((await seen(VISITOR, report))?.followUps.nodes[0]?.attachments.map(({ id }) => id)).toEqual([
      evidence,
    ]);
  });

  it('are nobody else’s to attach', async () => {
    const foreign = [ids[0], await uploaded(people.warga2), 'no id'];
    for (const id of foreign) {
      const outcome = await act('submitReport', { ...POTHOLE, attachmentIds: [id] }, people.warga);
      expect(outcome).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    }
  });
});

describe('photographs of a secret report', () => {
  it('are for its reporter and the office alone', async () => {
    const report = await filed(people.warga, {
      isSecret: true,
      attachmentIds: [await uploaded(people.warga)],
    });
    expect((await seen(people.warga, report))?.attachments).toHaveLength(1);
    expect((await seen(people.national, report))?.attachments).toHaveLength(1);
    expect((await seen(people.ombudsman, report))?.attachments).toEqual([]);
    for (const asker of [VISITOR, people.warga2, people.ksp]) expect(await seen(asker, report)).toBeNull();
  });
});

describe('what is no photograph', () => {
  it.each([
    ['nothing', '', 422, 'FILE_EMPTY'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      415,
      'FILE_TYPE_NOT_ACCEPTED',
    ],
    ['half of one', new Uint8Array(photograph().subarray(0, 90)), 422, 'FILE_UNREADABLE'],
    ['21 MB', new Uint8Array(randomBytes(21 * 2 ** 20)), 413, 'FILE_TOO_LARGE'],
  ])('is refused: %s', async (_, body, status, code) => {
    const { address } = await given(VISITOR);
    const answer = await put(address, body);
    expect(answer).toMatchObject({ status, code });
    expect(answer.message).not.toBe('');
    expect(await put(address, new Uint8Array(photograph()))).toMatchObject({
      status: 409,
      code: 'UPLOAD_USED',
    });
  });

  it('is refused while it still comes, when it does not end', async () => {
    const { address } = await given(VISITOR);
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(randomBytes(2 ** 20));
      },
    });
    expect(await put(address, endless)).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
  });

  it.each(['/files/uploads/made-up', '/files/uploads/', '/files/uploads/a/b', '/files/uploads/a?b=c'])(
    'is not taken at %s',
    async (path) => {
      expect((await put(path, 'x')).status).toBe(404);
    },
  );

  it('does not shut the door on the next one', async () => {
    expect(await uploaded(VISITOR)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
