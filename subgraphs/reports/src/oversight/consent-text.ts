/** What a reporter is asked to agree to before the Ombudsman reads a report. Whoever changes a word changes the version. */
export const OVERSIGHT_CONSENT_TEXT = {
  version: '2026-1',
  id: [
    'Saya meminta Ombudsman Republik Indonesia memeriksa laporan ini.',
    'Ombudsman boleh membaca isi laporan, percakapan, dan riwayatnya, termasuk bila laporan ini rahasia; setiap pembacaan dicatat.',
    'Nama saya dan semua lampiran diberikan kepada Ombudsman hanya bila saya menyetujuinya; nama saya dapat saya minta dirahasiakan dari instansi terlapor (UU 37/2008 pasal 24 ayat 2).',
    'Laporan tetap ditangani instansi pemegangnya. Persetujuan ini dapat saya cabut sampai Ombudsman menerima laporan.',
  ].join(' '),
  en: [
    'I ask the Ombudsman of the Republic of Indonesia to examine this report.',
    'The Ombudsman may read what it says, its conversation and its history, even if it is secret; each reading is recorded.',
    'My name and all files are given to the Ombudsman only if I agree to that; I may ask that my name be kept from the reported agency (UU 37/2008 art. 24 par. 2).',
    'The report stays with the agency that holds it. I can take this consent back until the Ombudsman has taken the case.',
  ].join(' '),
} as const;
