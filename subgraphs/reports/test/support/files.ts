import { routeBody, signViewer, VIEWER_HEADER } from '@satu-pintu/service-kit';
import type { Viewer } from '@satu-pintu/domain-kit';
import { photograph } from './evidence.js';
import { stranger } from './people.js';
import type { ReportsService } from './reports-service.js';

/** What came back of a file that was sent or fetched. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Code of the refusal; null when there is none. */
  readonly code: string | null;
}

/** What fetch can send. */
type Sendable = NonNullable<NonNullable<Parameters<typeof fetch>[1]>['body']>;

const REQUEST_UPLOAD = /* GraphQL */ `
  mutation ($input: RequestUploadInput!) {
    outcome: requestUpload(input: $input) {
      __typename
      ... on Problem {
        code
      }
      ... on RequestUploadSuccess {
        upload {
          id
          address
          expiresAt
          maxBytes
        }
      }
    }
  }
`;

export interface GivenAddress {
  readonly id: string;
  readonly address: string;
  readonly expiresAt: string;
  readonly maxBytes: number;
}

/** Sends and fetches files the way the gateway does. */
export function filesOf({ ask, clock, config, port }: ReportsService) {
  async function request(
    method: 'GET' | 'PUT',
    path: string,
    viewer: Viewer,
    body?: Sendable,
    signedFor = path,
  ): Promise<FileAnswer> {
    const signed = signViewer(
      viewer,
      'reports',
      routeBody(method, signedFor),
      config.secrets.viewerKey,
      clock.now(),
    );
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method,
      headers: { [VIEWER_HEADER]: signed },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, code: codeIn(response, bytes) };
  }

  async function given(viewer: Viewer): Promise<GivenAddress> {
    const input = { mediaType: 'image/jpeg', bytes: 1_000 };
    const { data } = await ask(REQUEST_UPLOAD, { input }, viewer);
    return (data as { outcome: { upload: GivenAddress } }).outcome.upload;
  }

  const put = (address: string, body: Sendable, signedFor = address): Promise<FileAnswer> =>
    request('PUT', address, stranger, body, signedFor);

  return {
    given,
    put,
    get: (path: string, viewer: Viewer) => request('GET', path, viewer),
    /** A file that can be attached. */
    async uploaded(viewer: Viewer, bytes?: Buffer): Promise<string> {
      const { id, address } = await given(viewer);
      const { status, code } = await put(address, new Uint8Array(bytes ?? (await photograph())));
      if (status !== 201) throw new Error(`The file was refused: ${String(status)} ${String(code)}`);
      return id;
    },
  };
}

function codeIn({ headers }: Response, bytes: Buffer): string | null {
  if (!headers.get('content-type')?.startsWith('application/json')) return null;
  const answer = JSON.parse(bytes.toString()) as { errors?: { extensions: { code: string } }[] };
  return answer.errors?.[0]?.extensions.code ?? null;
}
