import type { Locale } from '@satu-pintu/domain-kit';
import { type Audience, type NotificationKind, tell } from './notification-texts.js';
import { OWNER_LETTERS, type OwnerLetterKind } from './owner-letter-texts.js';

/** An e-mail as a server takes it. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const FOOT: Readonly<Record<Locale, string>> = {
  id: 'Buka Satu Pintu dan masuk untuk membacanya. Surel ini dikirim otomatis; mohon tidak dibalas.',
  en: 'Open Satu Pintu and sign in to read it. This e-mail was sent automatically; please do not reply.',
};

const AUTOMATIC: Readonly<Record<Locale, string>> = {
  id: 'Surel ini dikirim otomatis; mohon tidak dibalas.',
  en: 'This e-mail was sent automatically; please do not reply.',
};

/** A server that did not take an e-mail is asked again after so many minutes, then never. */
const PAUSES_MINUTES = [1, 5, 30, 120, 480, 1_440];

/** What is written to a person: the tracking number and what happened, and nothing of what the report says. */
export function writeLetter(
  kind: NotificationKind,
  audience: Audience,
  trackingId: string,
  locale: Locale,
): Letter {
  const sentence = tell(kind, audience, trackingId, locale);
  return { subject: `Satu Pintu: ${trackingId}`, text: `${sentence}\n\n${FOOT[locale]}\n` };
}

/** What is written to the owner of an account about the account. */
export function writeOwnerLetter(kind: OwnerLetterKind, code: string | null, locale: Locale): Letter {
  const { subject, lines } = OWNER_LETTERS[kind][locale];
  const text = lines.map((line) => line.replace('{code}', code ?? '')).join('\n\n');
  return { subject, text: `${text}\n\n${AUTOMATIC[locale]}\n` };
}

/** When to try again after so many attempts; null to give up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = PAUSES_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
