/** Waits until something has become so; fails when it does not within five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
