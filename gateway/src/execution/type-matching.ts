import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object of the named type satisfies a type condition; remembered, since few pairs occur again and again. */
export type MatchType = (typename: string, condition: string) => boolean;

/** Type conditions by the types of one schema. */
export function createTypeMatching(schema: GraphQLSchema): MatchType {
  const known = new Map<string, Map<string, boolean>>();
  return (typename, condition) => {
    if (typename === condition) return true;
    let answers = known.get(condition);
    if (!answers) known.set(condition, (answers = new Map<string, boolean>()));
    let answer = answers.get(typename);
    if (answer === undefined) answers.set(typename, (answer = isOfType(schema, typename, condition)));
    return answer;
  };
}

function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  const [type, wanted] = [schema.getType(typename), schema.getType(condition)];
  if (!type || !wanted || !isAbstractType(wanted)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
