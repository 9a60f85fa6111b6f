import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createLogger } from '../log/logger.js';
import { maskError } from './mask-error.js';
import { badUserInput } from './raise.js';

const logger = createLogger('test', 'silent');

function masked(cause: unknown): ReturnType<typeof maskError> {
  const error = new GraphQLError('secret detail', cause instanceof Error ? { originalError: cause } : {});
  return maskError(error.toJSON(), error, logger);
}

describe('masking', () => {
  it('lets an error with a public code pass, without its stack', () => {
    const error = badUserInput('`first` must be from 1 to 100.').toJSON();
    const withStack = { ...error, extensions: { ...error.extensions, stacktrace: ['at secret'] } };
    expect(maskError(withStack, null, logger)).toEqual(error);
  });

  it('keeps the code that was raised where the HTTP layer gives another one', () => {
    const raised = badUserInput('A Date is a day of the calendar.');
    raised.extensions.http = { status: 400 };
    const wrapped = new GraphQLError(raised.message, {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      originalError: raised,
    });
    expect(maskError(wrapped.toJSON(), wrapped, logger)).toEqual({
      message: raised.message,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('tells of anything else only an id', () => {
    const shown = masked(new Error('password of the database'));
    expect(shown.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(shown.message).toContain(shown.extensions?.correlationId);
    expect(JSON.stringify(shown)).not.toContain('secret detail');
  });

  it('keeps the id that another process gave, since it finds the line in that log', () => {
    const once = masked(new Error('anything'));
    expect(maskError(once, null, logger)).toEqual(once);
  });

  it.each([
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
    Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
    Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ])('says of an outage (%s) that it will pass', (cause) => {
    expect(masked(cause).extensions).toEqual({ code: 'UNAVAILABLE' });
  });

  it('does not take a violated constraint for an outage', () => {
    const violation = Object.assign(new Error('duplicate key'), { code: '23505' });
    expect(masked(violation).extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
