import { type GraphQLLeafType, isEnumType } from 'graphql';

const INTEGER = /^-?(?:0|[1-9]\d*)$/;

/** Whether a value that came from a subgraph is one of its type; custom scalars may be anything. */
export function isLeafValue(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'String':
      return (value) => typeof value === 'string';
    case 'ID':
      return (value) => typeof value === 'string' || isInteger(value);
    case 'Int':
      return isInteger;
    case 'Float':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    default:
      return () => true;
  }
}

function isInteger(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && INTEGER.test(String(value));
}
