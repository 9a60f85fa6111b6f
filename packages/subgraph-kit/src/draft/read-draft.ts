import { readText } from '@satu-pintu/domain-kit';
import { badUserInput } from '@satu-pintu/service-kit';
import type { ReportDraft } from './report-draft.input.js';

/** What is known of a report that someone is about to file; null where nothing is. */
export interface Draft {
  readonly title: string | null;
  readonly body: string | null;
  readonly categoryId: string | null;
  readonly regionCode: string | null;
}

/** As long as the texts of a report may be. */
const LONGEST = { title: 150, body: 8_000, place: 300 } as const;

/** A draft as it came in; BAD_USER_INPUT for texts that no report could have. A blank text is none: someone is typing. */
export function readDraft({ title, body, categoryId, regionCode }: ReportDraft): Draft {
  return {
    title: readDraftText(title, 'title', 'draft.title'),
    body: readDraftText(body, 'body', 'draft.body'),
    categoryId: categoryId ?? null,
    regionCode: regionCode ?? null,
  };
}

/** The place that goes with a draft, read by the same rule. */
export function readDraftPlace(place: string | null | undefined): string | null {
  return readDraftText(place, 'place', 'place');
}

function readDraftText(
  text: string | null | undefined,
  field: keyof typeof LONGEST,
  argument: string,
): string | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const max = LONGEST[field];
  const read = readText(text, { field, max });
  if (read.ok) return read.value;
  throw badUserInput(`\`${argument}\` must be a readable text of at most ${max.toString()} characters.`);
}
