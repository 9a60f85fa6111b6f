import type { ApolloGateway } from '@apollo/gateway';

/** A gateway as the GraphQL server takes it. */
export type ServedGateway = Pick<ApolloGateway, 'load' | 'onSchemaLoadOrUpdate' | 'stop'>;

/** Puts an executor in the place of the gateway's own, once the gateway has loaded its supergraph. */
export function withExecutor(
  gateway: ApolloGateway,
  createExecutor: () => Promise<ApolloGateway['executor']>,
): ServedGateway {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { schema } = await gateway.load(options);
      return { schema, executor: await createExecutor() };
    },
  };
}
