/** Something that our executor leaves to the library's. */
export class Unsupported extends Error {}
