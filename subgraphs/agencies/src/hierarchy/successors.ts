/**
 * Institutions that handed all their duties to one other, by the notes of `institutions.csv` and the regulations behind
 * them. Those that were divided among several (KLHK, KEMENPUPR and others) have no single successor and are not listed.
 */
export const SUCCESSORS: Readonly<Record<string, string>> = {
  BATAN: 'BRIN',
  BEKRAF: 'KEMENPAREKRAF',
  BKKBN: 'KEMENDUKBANGGA',
  BKPM: 'KEMENINVESTASI',
  BP2MI: 'KEMENP2MI',
  BPHAJI: 'KEMENHAJ',
  BPPT: 'BRIN',
  KEMENBUMN: 'BPBUMN',
  KEMENINVESTASI: 'KEMENINVESTHILIR',
  KEMENKOMINFO: 'KOMDIGI',
  LAPAN: 'BRIN',
  LIPI: 'BRIN',
  SETKAB: 'KEMENSETNEG',
};
