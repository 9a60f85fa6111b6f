import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { CollectFields, CollectedField, SelectionSets } from './collect-fields.js';
import { isLeafValue } from './leaf-values.js';
import { isObject } from './merge.js';
import type { JsonObject } from './run.js';

/** A value that the schema does not allow where it was found. */
export interface ValueComplaint {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** One projection under way. */
interface Projecting {
  readonly path: (string | number)[];
  readonly complaints: ValueComplaint[];
}

/** Stands for a null that has been complained about already. */
const REFUSED = Symbol('refused');
type Completed = unknown;
type Complete = (value: unknown, at: Projecting) => Completed;

/** From everything that was fetched to what was asked for, in the order in which it was asked. */
export type Project = (data: JsonObject) => {
  readonly data: JsonObject | null;
  readonly complaints: ValueComplaint[];
};

/**
 * Compiles the shape of an answer. Keys for further fetches fall out, nulls bubble up to where the schema allows them,
 * and each kind of object is worked out once, when it is first met.
 */
export function compileProjection(
  schema: GraphQLSchema,
  root: GraphQLCompositeType,
  selections: SelectionSets,
  collect: CollectFields,
): Project {
  const complete = new ProjectionCompiler(schema, collect).object(root, selections, root.name);
  return (data) => {
    const at: Projecting = { path: [], complaints: [] };
    const projected = complete(data, at);
    return { data: projected === REFUSED ? null : (projected as JsonObject), complaints: at.complaints };
  };
}

class ProjectionCompiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly collect: CollectFields,
  ) {}

  /** An object under a field of `parent`. */
  object(declared: GraphQLCompositeType, selections: SelectionSets, parent: string): Complete {
    const byType = new Map<unknown, Complete>();
    return (value, at) => {
      if (!isObject(value))
        throw new Error(`A subgraph answered with no object for the type ${declared.name}.`);
      const { __typename: typename } = value;
      let complete = byType.get(typename);
      if (!complete) byType.set(typename, (complete = this.objectOf(typename, declared, selections, parent)));
      return complete(value, at);
    };
  }

  /** Objects of one kind; of the declared one when the kind was not fetched. */
  private objectOf(
    typename: unknown,
    declared: GraphQLCompositeType,
    selections: SelectionSets,
    parent: string,
  ): Complete {
    const type = typeof typename === 'string' && typename !== '' ? this.schema.getType(typename) : declared;
    if (!isCompositeType(type)) return refuseUnknownType(declared, parent);
    const fields = this.collect(type, selections).map((field) => this.field(field, type));
    return (value, at) => {
      const output: JsonObject = {};
      for (const field of fields) if (!field(value as JsonObject, output, at)) return REFUSED;
      return output;
    };
  }

  /** Writes one field of an object; false when the object cannot be without it. */
  private field(
    { name, parent, definition, selections }: CollectedField,
    type: GraphQLCompositeType,
  ): WriteField {
    if (!definition) return this.typename(name, type);
    const complete = this.value(definition.type, selections, parent.name);
    const isRequired = isNonNullType(definition.type);
    return (input, output, at) => {
      at.path.push(name);
      const completed = complete(input[name] ?? null, at);
      at.path.pop();
      if (completed !== REFUSED) output[name] = completed;
      else if (isRequired) return false;
      else output[name] = null;
      return true;
    };
  }

  /** The name of an object's type; an object that is only known by an interface cannot be shown. */
  private typename(name: string, declared: GraphQLCompositeType): WriteField {
    return (input, output) => {
      const fetched = input[name] ?? input.__typename;
      const type = typeof fetched === 'string' ? (this.schema.getType(fetched) ?? declared) : declared;
      if (!isObjectType(type)) return false;
      output[name] = type.name;
      return true;
    };
  }

  private value(type: GraphQLOutputType, selections: SelectionSets, parent: string): Complete {
    if (isNonNullType(type))
      return required(this.value(type.ofType, selections, parent), type.ofType, parent);
    if (isListType(type)) return list(this.value(type.ofType, selections, parent), type.ofType);
    if (isCompositeType(type)) return nullable(this.object(type, selections, parent));
    const isValid = isLeafValue(type);
    return (value, at) => {
      if (value === null || isValid(value)) return value;
      return complain(at, `Invalid value found for ${whatIsAt(at, type, parent)}.`);
    };
  }
}

type WriteField = (input: JsonObject, output: JsonObject, at: Projecting) => boolean;

function nullable(complete: Complete): Complete {
  return (value, at) => (value === null ? null : complete(value, at));
}

function required(complete: Complete, type: GraphQLOutputType, parent: string): Complete {
  return (value, at) => {
    const completed = complete(value, at);
    if (completed !== null) return completed;
    return complain(at, `Cannot return null for non-nullable ${whatIsAt(at, type, parent)}.`);
  };
}

function list(complete: Complete, type: GraphQLOutputType): Complete {
  const isRequired = isNonNullType(type);
  return (value, at) => {
    if (value === null) return null;
    if (!Array.isArray(value))
      throw new Error(`A subgraph answered with no list for the type [${String(type)}].`);
    let isWhole = true;
    const output = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      at.path.push(index);
      const completed = complete(value[index], at);
      at.path.pop();
      if (completed === REFUSED && isRequired) isWhole = false;
      output[index] = completed === REFUSED ? null : completed;
    }
    return isWhole ? output : REFUSED;
  };
}

function refuseUnknownType(declared: GraphQLCompositeType, parent: string): Complete {
  return (_, at) => complain(at, `Invalid __typename found for object at ${whatIsAt(at, declared, parent)}.`);
}

function complain(at: Projecting, message: string): typeof REFUSED {
  at.complaints.push({ message, path: [...at.path] });
  return REFUSED;
}

function whatIsAt({ path }: Projecting, type: GraphQLOutputType, parent: string): string {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `array element of type ${String(type)} at index ${String(last)}`
    : `field ${parent}.${String(last)}`;
}
