import { describe, expect, it } from '@jest/globals';
import { MAX_BYTES } from '../inspection/limits.js';
import { decideAnnouncement } from './request-upload.rules.js';

describe('A file that is announced', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])('may be %s of 20 MB', (mediaType) => {
    expect(decideAnnouncement({ mediaType, bytes: MAX_BYTES })).toMatchObject({ ok: true });
  });

  it.each(['image/heic', 'image/svg+xml', 'video/mp4', 'application/zip', 'IMAGE/JPEG', ''])(
    'is refused as %s before it is sent',
    (mediaType) => {
      expect(decideAnnouncement({ mediaType, bytes: 1 })).toMatchObject({
        refusal: { kind: 'FileTypeNotAccepted' },
      });
    },
  );

  it('is refused when it is longer', () => {
    expect(decideAnnouncement({ mediaType: 'image/png', bytes: MAX_BYTES + 1 })).toMatchObject({
      refusal: { kind: 'FileTooLarge' },
    });
  });

  it.each([0, -1])('is refused with %d bytes', (bytes) => {
    expect(decideAnnouncement({ mediaType: 'image/png', bytes })).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'bytes' },
    });
  });
});
