import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { signViewer, type SubgraphName, VIEWER_HEADER } from '@satu-pintu/service-kit';

/** What a subgraph answered. */
export interface GraphAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** Asks one subgraph the way the gateway does, as any viewer. */
export type Caller = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  viewer?: Viewer,
) => Promise<GraphAnswer>;

/** A caller for the subgraph that listens on a port of this machine. */
export function gatewayCaller(
  audience: SubgraphName,
  port: number,
  viewerKey: string,
  now = () => new Date(),
): Caller {
  return async (query, variables = {}, viewer = publicViewer()) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [VIEWER_HEADER]: signViewer(viewer, audience, body, viewerKey, now()),
      },
      body,
    });
    const answer = (await response.json()) as Partial<GraphAnswer>;
    return { status: response.status, data: answer.data, errors: answer.errors ?? [] };
  };
}
