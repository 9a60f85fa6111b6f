import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

/** `Date`: a day of the calendar, no time and no zone; a string `YYYY-MM-DD` in code as well. */
export const DateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A day of the calendar, `YYYY-MM-DD`, without time or zone: `2026-08-17`.',
});
