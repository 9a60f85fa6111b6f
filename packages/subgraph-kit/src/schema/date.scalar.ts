import { badUserInput } from '@satu-pintu/service-kit';
import { GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

const { parseValue, parseLiteral, ...config } = GraphQLLocalDate.toConfig();

/** `Date`: a day of the calendar, no time and no zone; a string `YYYY-MM-DD` in code as well. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...config,
  name: 'Date',
  description: 'A day of the calendar, `YYYY-MM-DD`, without time or zone: `2026-08-17`.',
  parseValue: (value) => inTheCalendar(() => parseValue(value)),
  parseLiteral: (node: ValueNode) => inTheCalendar(() => parseLiteral(node)),
});

/**
 * No calendar has a year 0: 1 BC goes before AD 1. ISO 8601 writes it all the same, and PostgreSQL refuses it. The error
 * has a code because the gateway, which knows no scalars of ours, lets a wrong day through to us.
 */
function inTheCalendar(read: () => string): string {
  try {
    const date = read();
    if (!date.startsWith('0000')) return date;
  } catch {
    // Whatever it is, it is no day.
  }
  throw badUserInput('A Date is a day of the calendar, written like "2026-08-17".');
}
