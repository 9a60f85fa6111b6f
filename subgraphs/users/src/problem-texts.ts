import type { ProblemTexts } from '@satu-pintu/subgraph-kit';

/** What this subgraph's own problems say to people. */
export const USERS_PROBLEMS: ProblemTexts = {
  InvalidCredentials: {
    id: 'Alamat surel, nomor telepon, atau kata sandi tidak cocok.',
    en: 'The e-mail address, the number or the password is wrong.',
  },
  SecondFactorRequired: {
    id: 'Masukkan kode dari aplikasi autentikator Anda.',
    en: 'Enter the code of your authenticator app.',
  },
  InvalidCode: {
    id: 'Kode salah, sudah dipakai, atau sudah lewat waktunya.',
    en: 'The code is wrong, was used before, or is of another time.',
  },
  ChallengeEnded: {
    id: 'Waktu untuk memasukkan kode telah habis. Silakan masuk kembali.',
    en: 'The time for the code is over. Please sign in again.',
  },
  EnrolmentEnded: {
    id: 'Pemasangan aplikasi autentikator tidak sedang berjalan atau waktunya habis. Mulailah dari awal.',
    en: 'No authenticator app is being set up, or its time is over. Begin again.',
  },
  SecondFactorNeeded: {
    id: 'Selama memegang jabatan, Anda tidak dapat melepas aplikasi autentikator.',
    en: 'While you hold a post you cannot do without the authenticator app.',
  },
  CodeNotFound: {
    id: 'Kode tidak dikenal, sudah dipakai, atau sudah kedaluwarsa. Mintalah kode baru.',
    en: 'The code is unknown, was used, or is no longer valid. Ask for a new one.',
  },
  EmailNotVerified: {
    id: 'Verifikasi dahulu alamat surel akun Anda.',
    en: 'Verify the e-mail address of your account first.',
  },
  PhoneTaken: {
    id: 'Sudah ada akun lain dengan nomor Anda ini. Masuklah ke akun itu, atau mintalah kata sandi baru dengan nomor ini.',
    en: 'Another account is known by this number of yours. Sign in to it, or ask for a new password by the number.',
  },
  LastContact: {
    id: 'Akun ini tidak memiliki alamat surel. Tanpa nomor ini, Anda tidak dapat masuk lagi.',
    en: 'The account has no e-mail address. Without the number you could not sign in again.',
  },
  SessionNotFound: {
    id: 'Sesi itu tidak ada atau sudah berakhir.',
    en: 'There is no such session, or it has ended.',
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
    id: 'Kata sandi atau kunci sandi tidak cocok, sehingga kami tidak dapat memastikan bahwa ini Anda.',
    en: 'The password or the passkey does not match, so we cannot be sure that it is you.',
  },
  PasskeyNotAccepted: {
    id: 'Kunci sandi tidak dapat diterima. Silakan ulangi dari awal, atau masuk dengan cara lain.',
    en: 'The passkey could not be accepted. Begin again, or sign in another way.',
  },
  TooManyPasskeys: {
    id: 'Anda sudah memiliki sepuluh kunci sandi. Hapus salah satu lebih dahulu.',
    en: 'You have ten passkeys already. Remove one first.',
  },
  PasskeyNotFound: {
    id: 'Kunci sandi itu tidak ada pada akun Anda.',
    en: 'Your account has no such passkey.',
  },
  StaffSignInNotAccepted: {
    id: 'Proses masuk lewat penyedia identitas tidak dapat diselesaikan. Silakan ulangi dari awal.',
    en: 'The sign-in at the identity provider could not be completed. Begin again.',
  },
  NoPostHeld: {
    id: 'Tidak ada jabatan pada akun dengan alamat surel itu. Sertakan kode undangan Anda untuk mengambil jabatan.',
    en: 'No account with that address holds a post. Bring the code of your invitation to take one up.',
  },
  ProviderUnavailable: {
    id: 'Penyedia identitas sedang tidak menjawab. Coba lagi, atau masuk dengan kata sandi.',
    en: 'The identity provider does not answer. Try again, or sign in with your password.',
  },
  SignInWayNotOffered: {
    id: 'Cara masuk ini tidak tersedia di sini.',
    en: 'This way to sign in is not offered here.',
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
