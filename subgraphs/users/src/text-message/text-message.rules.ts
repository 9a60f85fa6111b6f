import type { Locale } from '@satu-pintu/domain-kit';
import { TEXT_MESSAGES, type TextMessageKind } from './text-message-texts.js';

/** A gateway that did not take a message is asked again after so many seconds; a code lives ten minutes. */
const PAUSES_SECONDS = [10, 30, 60, 120, 240];

/** What stands in a message. */
export function writeTextMessage(kind: TextMessageKind, code: string | null, locale: Locale): string {
  return TEXT_MESSAGES[kind][locale].replace('{code}', code ?? '');
}

/** When to try again after so many attempts; null to give up, which is also when nobody would want it any more. */
export function nextTry(attempts: number, now: Date, expiresAt: Date): Date | null {
  const seconds = PAUSES_SECONDS[attempts - 1];
  const again = seconds === undefined ? null : new Date(now.getTime() + seconds * 1_000);
  return again && again < expiresAt ? again : null;
}
