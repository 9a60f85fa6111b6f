import type { InvalidInput, Locale } from '@satu-pintu/domain-kit';
import { presentProblem, type ProblemTexts, type Refusal } from '@satu-pintu/subgraph-kit';

const TEXTS: ProblemTexts = {
  InvalidCredentials: {
    id: 'Alamat surel atau kata sandi tidak cocok.',
    en: 'The e-mail address or the password is wrong.',
  },
  TooManyAttempts: {
    id: 'Terlalu banyak percobaan. Coba lagi dalam {retryAfterSeconds} detik.',
    en: 'Too many tries. Try again in {retryAfterSeconds} seconds.',
  },
  SessionEnded: {
    id: 'Sesi Anda telah berakhir. Silakan masuk kembali.',
    en: 'Your session has ended. Please sign in again.',
  },
};

const INVALID_INPUT: Readonly<Record<InvalidInput['reason'], Readonly<Record<Locale, string>>>> = {
  EMPTY: { id: 'Isian `{field}` wajib diisi.', en: '`{field}` must not be empty.' },
  TOO_SHORT: { id: 'Isian `{field}` terlalu pendek.', en: '`{field}` is too short.' },
  TOO_LONG: { id: 'Isian `{field}` terlalu panjang.', en: '`{field}` is too long.' },
  UNREADABLE: {
    id: 'Isian `{field}` memuat karakter yang tidak dapat dibaca.',
    en: '`{field}` holds characters that cannot be read.',
  },
  MALFORMED: { id: 'Isian `{field}` tidak ditulis dengan benar.', en: '`{field}` is not written correctly.' },
  IN_THE_FUTURE: { id: 'Isian `{field}` belum terjadi.', en: '`{field}` lies in the future.' },
  UNKNOWN: { id: 'Isian `{field}` tidak dikenal.', en: '`{field}` is not known.' },
};

/** A refusal of this subgraph as a member of a result union, in the viewer's language. */
export function presentUsersProblem<Refused extends Refusal>(
  refusal: Refused,
  locale: Locale,
): ReturnType<typeof presentProblem<Refused>> {
  return presentProblem(
    refusal,
    isInvalidInput(refusal) ? { InvalidInput: INVALID_INPUT[refusal.reason] } : TEXTS,
    locale,
  );
}

function isInvalidInput(refusal: Refusal): refusal is InvalidInput {
  return refusal.kind === 'InvalidInput';
}
