import { tellWhenAsked } from './questions.js';

/*
 * Loaded before a server's own code, so that the server itself needs not know that it is measured. Works on every
 * platform, and counts all threads of the process: garbage collection and compilation are part of the price.
 */

tellWhenAsked('cpu', () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
});

// When the bench is gone, so is the reason to run.
process.on('disconnect', () => process.exit());
