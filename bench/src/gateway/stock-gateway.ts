import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { SUPERGRAPH } from './files.js';

/*
 * The gateway that the library's documentation leads to: every setting is the default one, but for the addresses of
 * the subgraphs. `ADDRESSES` is a JSON object from their names to URLs. The library refuses features of security, which it
 * does not enforce; their mark is taken off, so that it serves what ours serves, and asks of nobody who they are.
 */

const addresses = JSON.parse(process.env.ADDRESSES ?? '') as Readonly<Record<string, string>>;

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH, 'utf8').replaceAll(', for: SECURITY', ''),
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: addresses[name] ?? '' }),
});
const apollo = new ApolloServer({ gateway });
await apollo.start();

const server = fastify();
server.post('/graphql', fastifyApolloHandler(apollo));
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
