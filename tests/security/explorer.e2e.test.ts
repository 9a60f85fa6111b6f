import { describe, expect, it } from '@jest/globals';
import { stack } from '../support/stack.js';

const ORIGIN = new URL(stack.gatewayUrl).origin;

describe('the explorer', () => {
  it('is a page that loads nothing from elsewhere', async () => {
    const response = await fetch(ORIGIN);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).not.toMatch(/(?:src|href|from|import)\s*[=(]?\s*["'](?:https?:)?\/\//);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('finds each of its files here', async () => {
    const files = filesIn(await (await fetch(ORIGIN)).text());
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) {
      const response = await fetch(ORIGIN + path);
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      expect(response.headers.get('content-type')).toMatch(/javascript|css/);
      expect(await response.text()).not.toMatch(/(?:\bfrom|\bimport|url\()\s*["'(]*(?:https?:)?\/\/|@import/);
    }
  });
});

/** Paths of the scripts, style sheets and workers that the page names; workers are named without their folder. */
function filesIn(page: string): readonly string[] {
  const names = [...page.matchAll(/"([\w./-]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  return [...new Set(names)].map((name) => new URL(name, `${ORIGIN}/explorer/`).pathname);
}
