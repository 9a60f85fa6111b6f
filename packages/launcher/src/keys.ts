import { runOperatorCommand } from './operator-command.js';

/** `npm run keys`: lists, rotates and revokes the keys that sign access tokens, as the role of users and no other. */
await runOperatorCommand({
  subgraph: 'users',
  script: 'keys.js',
  environmentOf: ({ SIGNING_KEY_SECRET }) => ({ SIGNING_KEY_SECRET }),
});
