/** What stands in a text for something that is not for everybody; citizens read it. */
export const MASKS = {
  email: '[surel disembunyikan]',
  identityNumber: '[nomor identitas disembunyikan]',
  phone: '[nomor telepon disembunyikan]',
} as const;

/** A bullet three times is no way to begin a list, so it is a mask wherever it stands. */
const ANYWHERE = [...Object.values(MASKS), '•••'];
/** Three asterisks may be emphasis or a swear word; a text of nothing else is a mask. */
const NOTHING_ELSE = /^[\s*•●█]+$/u;

/** Does a text hold what was shown in place of the real one? Stored, it would take the real one's place. */
export function holdsMask(text: string): boolean {
  const lower = text.toLowerCase();
  return NOTHING_ELSE.test(text) || ANYWHERE.some((mask) => lower.includes(mask));
}
