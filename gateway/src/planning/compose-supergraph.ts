import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/**
 * Composes the subgraphs' schemas into the supergraph that the gateway loads. The same schemas give the same text, in
 * whatever order they come, so that a change of the API is a readable diff. The addresses in it are placeholders; the
 * running gateway takes the real ones from its environment.
 *
 * @param subgraphSdls the committed schema of each subgraph, by its name
 * @throws when the subgraphs contradict each other; the message has one line per contradiction
 */
export function composeSupergraph(subgraphSdls: Readonly<Record<string, string>>): string {
  const services = Object.entries(subgraphSdls)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) {
    const complaints = errors.map(({ message }) => `  ${message}`);
    throw new Error(`The subgraphs do not fit together:\n${complaints.join('\n')}`);
  }
  return `${supergraphSdl.trimEnd()}\n`;
}
