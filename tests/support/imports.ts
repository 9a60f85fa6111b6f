import { agencyId } from './reports.js';
import { ask, type Asker } from './graph.js';
import { stack } from './stack.js';

/** An import as its sender sees it. */
export interface SeenImport {
  readonly id: string;
  readonly state: string;
  readonly rowsRead: number;
  readonly rowsCreated: number;
  readonly rowsRefused: number;
  readonly invitations: { readonly path: string } | null;
  readonly rows: {
    readonly nodes: readonly {
      readonly row: number;
      readonly outcome: string;
      readonly column: string | null;
      readonly code: string | null;
    }[];
  };
}

const REQUEST = /* GraphQL */ `
  mutation ($input: RequestImportInput!) {
    requestImport(input: $input) {
      __typename
      ... on Problem {
        code
      }
      ... on RequestImportSuccess {
        import {
          id
        }
        upload {
          address
        }
      }
    }
  }
`;
const SEE = /* GraphQL */ `
  query ($id: ID!) {
    import(id: $id) {
      id
      state
      rowsRead
      rowsCreated
      rowsRefused
      invitations {
        path
      }
      rows(first: 100) {
        nodes {
          row
          outcome
          column
          code
        }
      }
    }
  }
`;

/** An import that was asked for; a code when it was refused. */
export interface OpenedImport {
  readonly code?: string;
  readonly import?: { readonly id: string };
  readonly upload?: { readonly address: string };
}

export async function openImport(
  kind: 'UNITS' | 'OFFICERS',
  isDryRun: boolean,
  asker: Asker,
): Promise<OpenedImport> {
  const input = { agencyId: agencyId('32.73'), kind, isDryRun };
  const { requestImport } = await ask<{ requestImport: OpenedImport }>(REQUEST, { input }, asker);
  return requestImport;
}

export async function seeImport(id: string, asker: Asker): Promise<SeenImport | null> {
  return (await ask<{ import: SeenImport | null }>(SEE, { id }, asker)).import;
}

/** Sends a file to an address, and says what came back. */
export async function sendFile(
  address: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; code: string | null }> {
  const response = await fetch(new URL(address, stack.gatewayUrl), { method: 'PUT', body });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: errors[0]?.extensions.code ?? null };
}

/** Fetches a table with the token of its asker. */
export async function fetchCsv(path: string, { token }: { readonly token: string }): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(new URL(path, stack.gatewayUrl), { headers });
  if (response.status !== 200) throw new Error(`${String(response.status)} ${await response.text()}`);
  return response.text();
}
