import type { Locale } from '@satu-pintu/domain-kit';

/** The sentence of each problem in both languages; `{name}` is filled from the problem's own fields. */
export type ProblemTexts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** A refusal of a rule: its kind, and details that help. */
export interface Refusal {
  readonly kind: string;
}

/**
 * Turns a refusal into a member of a result union: `kind` names the type (`ReportNotFound`), the code is the same in
 * capitals (`REPORT_NOT_FOUND`), details stay as fields.
 */
export function presentProblem<Refused extends Refusal>(
  refusal: Refused,
  texts: ProblemTexts,
  locale: Locale,
): Refused & { __typename: Refused['kind']; code: string; message: string } {
  const sentence = texts[refusal.kind]?.[locale] ?? refusal.kind;
  const details = refusal as Readonly<Record<string, unknown>> & Refused;
  const message = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => readable(details[name]));
  const code = refusal.kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return { __typename: refusal.kind, code, message, ...refusal };
}

function readable(detail: unknown): string {
  return typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '';
}
