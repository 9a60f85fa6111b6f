import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Where the page lies in the repository. */
export const POLICY_PAGE = join('docs', 'policy.md');

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * The page on which a person of the office reads who may call what, see what and do what. Nothing in it is written by
 * hand: it says what the schemas and the table of rights say.
 *
 * @param policies the policies of each subgraph, by its name
 * @param rights what `@satu-pintu/authorization` exports
 */
export async function policyPage(policies, rights) {
  const page = [
    INTRODUCTION,
    ...Object.entries(policies).map(([name, each]) => subgraph(name, each, rights)),
  ];
  const tables = [reportRights(rights), agencyRights(rights)];
  const config = await resolveConfig(join(import.meta.dirname, '..', POLICY_PAGE));
  return format([...page, ...tables].join('\n\n'), { ...config, parser: 'markdown' });
}

const INTRODUCTION = `
# Who may call what, and see what

Written by \`npm run schema\` from the policies of the subgraphs and the tables of rights; \`npm run check\` fails when it
is not current. Nothing here is changed by hand: say it in \`subgraphs/*/src/policies.ts\` and
\`packages/authorization/src\`.

Three doors stand behind one another, and each is closed unless something here opens it:

1. **The gateway** asks what stands at a root field, before anything is planned or fetched. It knows the account and the
   roles of whoever asks and nothing of reports or agencies, so its refusal tells nothing of them: \`UNAUTHENTICATED\`
   without an account, \`FORBIDDEN\` without a post in which the right could ever be held. A root field of which nothing
   is said is not served.
2. **The rules** of the subgraph ask whether the right is held towards this report or this agency, by the two tables
   at the end. Who may see a thing and not do this to it is told \`NotAllowed\`; to whoever may not see it, it is as if
   there were none.
3. **The sight** of an object decides what of it is read. Fields that are not named with a sight of their own are read
   by whoever finds the object.

Whoever adds a root field names its policy: \`ANYBODY\`, \`SIGNED_IN\`, \`scope('role:…')\`, \`rights('report:…')\`. Whoever
adds a field to a type that others can refer to (\`@key\`) puts it under \`whole\`, or under \`own\` with a sentence. A schema
in which one is missing is not printed, and its subgraph does not start.`;

function subgraph(name, policies, rights) {
  const calls = ROOTS.flatMap((root) =>
    Object.entries(policies[root] ?? {}).map(([field, policy]) => [
      `\`${field}\``,
      root.toLowerCase(),
      wording(policy, rights),
    ]),
  );
  const sights = Object.entries(policies.sights).flatMap(([type, { seenBy, own = {} }]) => [
    [`\`${type}\``, seenBy],
    ...Object.entries(own).map(([field, readers]) => [`\`${type}.${field}\``, readers]),
  ]);
  return [
    `## ${name}`,
    table(['Field', 'Kind', 'Who gets as far as the rules'], calls),
    table(['Seen', 'By whom'], sights),
  ].join('\n\n');
}

function wording(policy, { gateOfPolicy, gateOfScope }) {
  switch (policy.kind) {
    case 'PUBLIC':
      return 'anybody';
    case 'AUTHENTICATED':
      return 'whoever has an account';
    case 'SCOPES':
      return alternatives(policy.anyOf, gateOfScope, () => '');
    case 'POLICY':
      return alternatives(policy.anyOf, gateOfPolicy, (name) => `\`${name}\`: `);
  }
}

function alternatives(anyOf, gateOf, labelOf) {
  const one = (name) => `${labelOf(name)}${gateWords(gateOf(name))}`;
  return anyOf.map((all) => all.map(one).join(' **and** ')).join(' **or** ');
}

function gateWords(gate) {
  return gate === 'ANYBODY' ? 'anybody' : gate.join(', ');
}

function reportRights({ REPORT_RIGHTS, WAYS }) {
  const ways = Object.entries(WAYS).map(([name, { roles, meaning }]) => [name, meaning, gateWords(roles)]);
  const rows = Object.entries(REPORT_RIGHTS).map(([name, { by, neverItsReporter, neverWhoArchivedIt }]) => [
    `\`${name}\``,
    by.join(', '),
    [neverItsReporter && 'its reporter', neverWhoArchivedIt && 'who archived it before an appeal']
      .filter(Boolean)
      .join('; '),
  ]);
  return [
    '## What is done to a report',
    'Ways of standing towards a report, which follow from the posts of whoever asks and from the agency that holds it:',
    table(['Way', 'Is', 'Posts'], ways),
    'In which of them something may be done; the first that fits is the one that history names:',
    table(['Right', 'Held by', 'Never'], rows),
  ].join('\n\n');
}

function agencyRights({ POLICY, GRANTABLE_ROLES }) {
  const roles = ['NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN'];
  const rest = (right) =>
    Object.entries(right)
      .filter(([role]) => !roles.includes(role))
      .map(([role, reach]) => `${role} ${reach}`)
      .join(', ');
  const rows = Object.entries(POLICY).map(([name, right]) => [
    `\`${name}\``,
    ...roles.map((role) => right[role] ?? ''),
    rest(right),
  ]);
  return [
    '## What is done to an agency and its officers',
    'How far from the own agency a right reaches: `OWN_AGENCY`, `HOUSE` (with all below by administrative ties), `BELOW_IN_HOUSE` (the same without itself), `BELOW` (with all below by both ties), `COUNTRY`.',
    table(['Right', ...roles, 'Others'], rows),
    'Which posts each role gives, changes and takes away:',
    table(
      ['Role', 'Posts'],
      Object.entries(GRANTABLE_ROLES).map(([role, given]) => [role, given.join(', ')]),
    ),
  ].join('\n\n');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
