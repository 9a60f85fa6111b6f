import { registerEnumType } from 'type-graphql';

/** A schema enum whose values are the strings that the code and the tables use; each says what it means. */
export function schemaEnum<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
): Record<Value, Value> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  const described = values.map((value) => [value, { description: texts[value] }]);
  registerEnumType(members, { name, description, valuesConfig: Object.fromEntries(described) as object });
  return members;
}
