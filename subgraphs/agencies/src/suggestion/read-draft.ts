import { readText } from '@satu-pintu/domain-kit';
import { badUserInput } from '@satu-pintu/service-kit';
import type { ReportDraft } from './report-draft.input.js';
import type { Draft } from './suggestion.rules.js';

/** As long as title and body of a report may be. */
const LONGEST_TITLE = 150;
const LONGEST_BODY = 8_000;

/** A draft as it came in; BAD_USER_INPUT for texts that no report could have. A blank text is none: someone is typing. */
export function readDraft({ title, body, categoryId, regionCode }: ReportDraft): Draft {
  return {
    title: readDraftText(title, 'title', LONGEST_TITLE),
    body: readDraftText(body, 'body', LONGEST_BODY),
    categoryId: categoryId ?? null,
    regionCode: regionCode ?? null,
  };
}

function readDraftText(text: string | null | undefined, field: 'title' | 'body', max: number): string | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const read = readText(text, { field, max, mayHoldMasks: true });
  if (read.ok) return read.value;
  throw badUserInput(`\`draft.${field}\` must be a readable text of at most ${max.toString()} characters.`);
}
