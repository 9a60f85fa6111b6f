import type { Head } from './chain.js';

const HEAD = /^(\d{1,15}):([\da-f]{64})$/;

/** A head in one word: `1024:9f86d081…`. */
export function headText({ position, hash }: Head): string {
  return `${String(position)}:${hash.toString('hex')}`;
}

/** Reads what `headText` wrote; null for anything else. */
export function readHead(text: string): Head | null {
  const [, position, hash] = HEAD.exec(text) ?? [];
  if (position === undefined || hash === undefined) return null;
  return { position: Number(position), hash: Buffer.from(hash, 'hex') };
}
