/** Labelled as demonstration wherever they show; they exist in development only. */
const DEMO_PASSWORD = 'satu-pintu-demo';

const DEMO_ACCOUNTS = [
  ['warga@demo.test', 'a citizen'],
  ['warga2@demo.test', 'another citizen'],
  ['nasional@demo.test', 'national administrator'],
  ['koordinator.jabar@demo.test', 'coordinator of Jawa Barat'],
  ['koordinator.bandung@demo.test', 'coordinator of Kota Bandung'],
  ['petugas.dpupr.bandung@demo.test', 'liaison officer of the public works office of Kota Bandung'],
  ['koordinator.kemenkes@demo.test', 'coordinator of the Ministry of Health'],
  ['ombudsman@demo.test', 'Ombudsman'],
  ['ksp@demo.test', 'Executive Office of the President, read only'],
] as const;

const FIRST_QUERY = '{ agency(code: "32.73") { name kind timeZone ancestors { name } } }';

/** What an operator reads when the house answers: where it is, who can sign in, and one query to try. */
export function greeting(gatewayUrl: string, demo: boolean): string {
  const address = new URL(gatewayUrl);
  address.hostname = 'localhost';
  return [
    '',
    `Satu Pintu answers at ${address.href}`,
    `Explorer in the browser: ${address.origin}/`,
    ...(demo ? demoAccounts() : []),
    '',
    'One query to try:',
    `  curl -s ${address.href} -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
    '',
    'Ctrl-C stops everything.',
  ].join('\n');
}

function demoAccounts(): readonly string[] {
  const width = Math.max(...DEMO_ACCOUNTS.map(([email]) => email.length));
  return [
    '',
    `Demo accounts (development only), password "${DEMO_PASSWORD}":`,
    ...DEMO_ACCOUNTS.map(([email, who]) => `  ${email.padEnd(width)}  ${who}`),
  ];
}
