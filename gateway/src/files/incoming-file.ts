import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { FILE_BYTES } from './file-limits.js';

/**
 * The body of a request as it comes, and at most one byte more than may be: with that one whoever keeps it
 * sees that it is too long, and says so. What follows is dropped. The request itself is never destroyed, since it would take the
 * connection along, and with it the answer.
 */
export function incomingFile(request: IncomingMessage): Transform {
  let room = FILE_BYTES + 1;
  const file = new Transform({
    transform(chunk: Buffer, _, done) {
      const isOpen = room > 0;
      if (isOpen) this.push(chunk.subarray(0, room));
      room -= chunk.length;
      if (isOpen && room <= 0) this.push(null);
      done();
    },
  });
  request.once('close', () => {
    if (!request.complete) file.destroy(new Error('The sender went away.'));
  });
  // Whoever sends the file on hears of its end; here nobody has to.
  file.once('error', () => undefined);
  request.pipe(file);
  // After the pipe has let go, which stops the request.
  file.once('close', () => request.resume());
  return file;
}
