import type { ProblemTexts } from '@satu-pintu/subgraph-kit';

/** What this subgraph's own problems say to people. */
export const USERS_PROBLEMS: ProblemTexts = {
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
  OwnerNotProven: {
    id: 'Kata sandi tidak cocok, sehingga kami tidak dapat memastikan bahwa ini Anda.',
    en: 'The password is wrong, so we cannot be sure that it is you.',
  },
  PostStillHeld: {
    id: 'Anda masih memegang jabatan. Mintalah instansi Anda mengakhirinya lebih dahulu.',
    en: 'You still hold a post. Ask your agency to end it first.',
  },
  InvitationNotFound: {
    id: 'Kode undangan tidak dikenal, sudah dipakai, atau sudah kedaluwarsa. Mintalah kode baru kepada instansi Anda.',
    en: 'The code is unknown, was used, or is no longer valid. Ask your agency for a new one.',
  },
};
