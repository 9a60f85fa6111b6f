import { registerEnumType } from 'type-graphql';

/** A schema enum whose values are the strings that the code and the tables use; each says what it means. */
export function schemaEnum<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  meanings: Readonly<Record<Value, string>> | ((value: Value) => string),
): Record<Value, Value> {
  const meaningOf = typeof meanings === 'function' ? meanings : (value: Value) => meanings[value];
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  const described = values.map((value) => [value, { description: meaningOf(value) }]);
  registerEnumType(members, { name, description, valuesConfig: Object.fromEntries(described) as object });
  return members;
}
