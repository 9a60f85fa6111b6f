import type { Locale } from '@satu-pintu/domain-kit';

/** Letters to the owner of an account about the account itself. */
export type OwnerLetterKind =
  | 'VERIFY_EMAIL'
  | 'RESET_PASSWORD'
  | 'PASSWORD_CHANGED'
  | 'PHONE_CHANGED'
  | 'SECOND_FACTOR_RESET'
  | 'ACCOUNT_EXISTS';

interface OwnerLetter {
  readonly subject: string;
  /** Lines; `{code}` stands on one of its own, so that it can be copied. */
  readonly lines: readonly string[];
}

/** What stands in them, in the language of the account. */
export const OWNER_LETTERS: Readonly<Record<OwnerLetterKind, Readonly<Record<Locale, OwnerLetter>>>> = {
  VERIFY_EMAIL: {
    id: {
      subject: 'Satu Pintu: verifikasi alamat surel',
      lines: [
        'Kode verifikasi alamat surel Anda:',
        '{code}',
        'Kode berlaku 24 jam. Bila Anda tidak mendaftar, abaikan surel ini.',
      ],
    },
    en: {
      subject: 'Satu Pintu: verify your e-mail address',
      lines: [
        'The code that verifies your e-mail address:',
        '{code}',
        'It works for 24 hours. If you did not sign up, ignore this e-mail.',
      ],
    },
  },
  RESET_PASSWORD: {
    id: {
      subject: 'Satu Pintu: kata sandi baru',
      lines: [
        'Kode untuk membuat kata sandi baru:',
        '{code}',
        'Kode berlaku 30 menit. Bila Anda tidak memintanya, abaikan surel ini;',
        'kata sandi Anda tetap berlaku.',
      ],
    },
    en: {
      subject: 'Satu Pintu: a new password',
      lines: [
        'The code to choose a new password with:',
        '{code}',
        'It works for 30 minutes. If you did not ask for it, ignore this e-mail;',
        'your password stays as it is.',
      ],
    },
  },
  PASSWORD_CHANGED: {
    id: {
      subject: 'Satu Pintu: kata sandi diubah',
      lines: [
        'Kata sandi akun Anda baru saja diubah dan sesi lain diakhiri.',
        'Bila bukan Anda yang melakukannya, segera minta kata sandi baru.',
      ],
    },
    en: {
      subject: 'Satu Pintu: password changed',
      lines: [
        'The password of your account was changed, and your other sessions ended.',
        'If it was not you, ask for a new password at once.',
      ],
    },
  },
  PHONE_CHANGED: {
    id: {
      subject: 'Satu Pintu: nomor telepon diubah',
      lines: [
        'Nomor telepon akun Anda baru saja diubah atau dihapus.',
        'Bila bukan Anda yang melakukannya, segera minta kata sandi baru.',
      ],
    },
    en: {
      subject: 'Satu Pintu: telephone number changed',
      lines: [
        'The telephone number of your account was changed or removed.',
        'If it was not you, ask for a new password at once.',
      ],
    },
  },
  SECOND_FACTOR_RESET: {
    id: {
      subject: 'Satu Pintu: aplikasi autentikator dilepas',
      lines: [
        'Instansi Anda telah melepas aplikasi autentikator, kode pemulihan, dan kunci sandi akun Anda,',
        'dan mengakhiri semua sesi. Masuklah dengan kata sandi dan pasang aplikasi yang baru.',
        'Bila Anda tidak memintanya, segera hubungi instansi Anda dan ganti kata sandi.',
      ],
    },
    en: {
      subject: 'Satu Pintu: authenticator app removed',
      lines: [
        'Your agency has removed the authenticator app, recovery codes and passkeys of your account,',
        'and ended all sessions. Sign in with your password and set up a new app.',
        'If you did not ask for this, tell your agency at once and change your password.',
      ],
    },
  },
  ACCOUNT_EXISTS: {
    id: {
      subject: 'Satu Pintu: Anda sudah memiliki akun',
      lines: [
        'Seseorang mendaftar dengan alamat ini, tetapi akunnya sudah ada.',
        'Bila Anda lupa kata sandi, mintalah yang baru. Bila bukan Anda, abaikan.',
      ],
    },
    en: {
      subject: 'Satu Pintu: you have an account',
      lines: [
        'Somebody signed up with this address, which has an account already.',
        'If you forgot your password, ask for a new one. If it was not you, ignore this.',
      ],
    },
  },
};
