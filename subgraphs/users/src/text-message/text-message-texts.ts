import type { Locale } from '@satu-pintu/domain-kit';

/** What the owner of a telephone is written; never anything of a report. */
export const TEXT_MESSAGE_KINDS = [
  'VERIFY_PHONE',
  'RESET_PASSWORD',
  'PASSWORD_CHANGED',
  'ACCOUNT_EXISTS',
] as const;

export type TextMessageKind = (typeof TEXT_MESSAGE_KINDS)[number];

/**
 * What stands in them: letters of the GSM alphabet, so that 160 fit into one message, and no link, which people are told
 * never to follow. `{code}` is six digits.
 */
export const TEXT_MESSAGES: Readonly<Record<TextMessageKind, Readonly<Record<Locale, string>>>> = {
  VERIFY_PHONE: {
    id: 'Satu Pintu: kode verifikasi nomor Anda {code}. Berlaku 10 menit. Jangan berikan kepada siapa pun, termasuk petugas.',
    en: 'Satu Pintu: the code to verify your number is {code}. It works for 10 minutes. Give it to nobody, officers included.',
  },
  RESET_PASSWORD: {
    id: 'Satu Pintu: kode kata sandi baru {code}. Berlaku 10 menit. Jangan berikan kepada siapa pun. Bila tidak memintanya, abaikan.',
    en: 'Satu Pintu: the code for a new password is {code}. It works for 10 minutes. Give it to nobody. If you did not ask, ignore it.',
  },
  PASSWORD_CHANGED: {
    id: 'Satu Pintu: kata sandi akun Anda baru saja diubah. Bila bukan Anda yang mengubahnya, segera minta kata sandi baru.',
    en: 'Satu Pintu: the password of your account was changed. If it was not you, ask for a new password at once.',
  },
  ACCOUNT_EXISTS: {
    id: 'Satu Pintu: nomor ini sudah memiliki akun. Bila lupa kata sandi, mintalah yang baru. Bila bukan Anda yang mendaftar, abaikan.',
    en: 'Satu Pintu: this number has an account already. If you forgot your password, ask for a new one. If it was not you, ignore this.',
  },
};
