import { describe, expect, it } from '@jest/globals';
import { sharedBuffers } from './shared-buffers.js';

const GIGABYTE = 2 ** 30;

describe('how much of its tables a server keeps in memory', () => {
  it.each([
    [0.5, '128MB'],
    [1, '128MB'],
    [8, '1024MB'],
    [24, '3072MB'],
    [512, '8192MB'],
  ])('of %d GB', (gigabytes, kept) => {
    expect(sharedBuffers(gigabytes * GIGABYTE)).toBe(kept);
  });

  it('asks the machine by itself', () => {
    expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/);
  });
});
