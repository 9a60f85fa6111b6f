import type { Locale } from '@satu-pintu/domain-kit';

const DEFAULT: Locale = 'id';

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); Indonesian when none is named. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = DEFAULT;
  let bestWeight = 0;
  for (const entry of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [range = '', ...parameters] = entry.trim().toLowerCase().split(';');
    const locale = localeNamed(range);
    const weight = weightOf(parameters);
    if (locale && weight > bestWeight) [best, bestWeight] = [locale, weight];
  }
  return best;
}

function localeNamed(range: string): Locale | null {
  const [language] = range.split('-');
  return language === 'id' || language === 'en' ? language : null;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
