/** Waits until something has become so; fails when it does not in time, five seconds if nothing else is said. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 5): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It did not come within ${String(seconds)} s.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
