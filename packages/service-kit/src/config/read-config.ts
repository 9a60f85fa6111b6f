import { isAbsolute } from 'node:path';
import { z } from 'zod';

/**
 * Reads the environment once, checks it, and gives back a typed, frozen object.
 * A missing or malformed variable stops the start with one sentence per variable; values are never printed.
 */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv = process.env,
): Readonly<z.infer<z.ZodObject<Shape>>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return Object.freeze(parsed.data);
  const complaints = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${complaints.join('\n')}`);
}

/** A secret of at least 32 bytes, base64url. There is no default: a service without its keys does not start. */
export const secretVariable = z
  .string()
  .regex(/^[\w-]{43,}$/, 'must be at least 32 random bytes in base64url');

/** A TCP port. */
export const portVariable = z.coerce.number().int().min(0).max(65_535);

/** A whole number of days within these bounds. */
export const daysVariable = (least: number, most: number) =>
  z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be whole days')
    .min(least, `must be at least ${String(least)}`)
    .max(most, `must be at most ${String(most)}`);

/** Where a PostgreSQL database is, role and password included. */
export const databaseUrlVariable = z.string().regex(/^postgres(?:ql)?:\/\//, 'must be a postgres:// URL');

/** Who issues the access tokens; the same in the services that make and that check them. */
export const tokenIssuerVariable = z.string().min(1).default('satu-pintu');

/** Where another service of the house answers. */
export const serviceUrlVariable = z.url({ protocol: /^https?$/ });

/** A folder of this machine. */
export const folderVariable = z.string().refine(isAbsolute, 'must be an absolute path');

/** Any text; null when there is none. */
export const textVariable = z
  .string()
  .default('')
  .transform((text) => (text === '' ? null : text));

/** Where e-mails are handed in; absent, and none is sent. */
export const mailServerVariable = z
  .string()
  .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// URL')
  .optional();

/** Who sends e-mails, as they show it. */
export const mailSenderVariable = z
  .string()
  .regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$/, 'must look like `Name <address@domain>`')
  .default('Satu Pintu <tidak-dibalas@localhost>');

/** Which rules hold: only `production` hides the schema and waits for connections to drain. */
export const modeVariable = z.enum(['production', 'development', 'test']);

/** `true` or `false`, or nothing, which leaves the choice to the service. */
export const switchVariable = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** Names separated by commas; empty when absent. */
export const listVariable = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
