import type { Locale } from '@satu-pintu/domain-kit';

/**
 * The sentence of each problem in both languages, by its kind, or by `kind.REASON` where its reason makes a
 * difference; `{name}` is filled from the problem's own fields.
 */
export type ProblemTexts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** A refusal of a rule: its kind, and details that help. */
export interface Refusal {
  readonly kind: string;
}

/** What is wrong with a value, for every subgraph alike. */
export const COMMON_TEXTS: ProblemTexts = {
  'InvalidInput.EMPTY': { id: 'Isian {field} wajib diisi.', en: '{field} must be filled in.' },
  'InvalidInput.TOO_SHORT': { id: 'Isian {field} terlalu pendek.', en: '{field} is too short.' },
  'InvalidInput.TOO_LONG': { id: 'Isian {field} terlalu panjang.', en: '{field} is too long.' },
  'InvalidInput.UNREADABLE': {
    id: 'Isian {field} memuat karakter yang tidak dapat dibaca.',
    en: '{field} contains characters that cannot be read.',
  },
  'InvalidInput.MASKED': {
    id: 'Isian {field} memuat bagian yang disembunyikan. Tulis isinya sendiri, atau kosongkan bagian itu.',
    en: '{field} holds a part that was hidden from you. Write what belongs there, or leave that part out.',
  },
  'InvalidInput.MALFORMED': {
    id: 'Isian {field} tidak sesuai format.',
    en: '{field} is not in the right form.',
  },
  'InvalidInput.IN_THE_FUTURE': {
    id: 'Tanggal pada {field} belum terjadi.',
    en: '{field} lies in the future.',
  },
  'InvalidInput.UNKNOWN': { id: 'Isian {field} tidak dikenal.', en: '{field} is not known.' },
  'InvalidInput.OWN_AGENCY': {
    id: 'Isian {field} adalah instansi Anda sendiri; pilih instansi lain, atau kosongkan.',
    en: '{field} is your own agency; name another one, or leave it out.',
  },
  NotAllowed: {
    id: 'Peran Anda tidak mengizinkan tindakan ini.',
    en: 'Your role does not allow this act.',
  },
  IdempotencyConflict: {
    id: 'Kunci idempotensi ini sudah dipakai untuk isi yang lain; gunakan kunci baru.',
    en: 'This idempotency key was used before with other content; use a new one.',
  },
};

/**
 * Turns a refusal into a member of a result union: `kind` names the type (`ReportNotFound`), the code is the same in
 * capitals (`REPORT_NOT_FOUND`), details stay as fields.
 */
export function presentProblem<Refused extends Refusal>(
  refusal: Refused,
  texts: ProblemTexts,
  locale: Locale,
): Refused & { __typename: Refused['kind']; code: string; message: string } {
  const details: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(refusal));
  const known = { ...COMMON_TEXTS, ...texts };
  const sentence = known[`${refusal.kind}.${readable(details.reason)}`] ?? known[refusal.kind];
  const message = (sentence?.[locale] ?? refusal.kind).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    readable(details[name]),
  );
  const code = refusal.kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return { __typename: refusal.kind, code, message, ...refusal };
}

function readable(detail: unknown): string {
  return typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '';
}
