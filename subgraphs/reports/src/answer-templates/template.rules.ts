import { permit, WORKING_ROLES } from '@satu-pintu/authorization';
import {
  accept,
  type AgencyPlace,
  type Appointment,
  type Decision,
  type InvalidInput,
  manages,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import type { PlacedAppointment } from '../hierarchy/standing.js';
import type { Outcome } from '../report/report-state.js';

/** What a template can say of a report; nothing leads to its reporter. */
export const PLACEHOLDERS = ['trackingId', 'title', 'agency'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A template as an admin writes it. */
export interface TemplateText {
  readonly name: string;
  readonly body: string;
  /** The outcome that goes with it; null for any. */
  readonly outcome: Outcome | null;
}

/** A template that is to be changed, where it exists, and the version that its admin has read. */
export interface TemplateAtHand {
  readonly version: number;
  readonly owner: AgencyPlace;
}

export type TemplateRefusal =
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'AnswerTemplateNotFound' }
  | { readonly kind: 'AnswerTemplateChanged'; readonly templateVersion: number }
  | { readonly kind: 'AnswerTemplateNameTaken' }
  | { readonly kind: 'UnknownPlaceholder'; readonly placeholder: string }
  | { readonly kind: 'NotAllowed' }
  | InvalidInput;

/** A template as a rule let it through, and whose it is to write it. */
export interface AcceptedTemplate {
  readonly by: Appointment;
  readonly text: TemplateText;
}

const NAME = { field: 'name', min: 3, max: 100 };
const BODY = { field: 'body', min: 20, max: 8_000 };
const BRACED = /\{\{([^{}]*)\}\}/g;

/** Templates of an agency are written by the admins who manage it. */
export function decideNewTemplate(
  posts: readonly PlacedAppointment[],
  agency: ({ readonly isActive: boolean } & AgencyPlace) | null,
  text: TemplateText,
): Decision<AcceptedTemplate, TemplateRefusal> {
  if (!agency?.isActive) return refuse({ kind: 'AgencyNotFound' });
  const by = permit('WRITE_TEMPLATES', posts, agency);
  if (!by) return refuse({ kind: 'NotAllowed' });
  const read = readTemplate(text);
  return read.ok ? accept({ by, text: read.value }) : read;
}

/** A template is changed as it was read; for whoever is not offered it, there is none. */
export function decideChangedTemplate(
  posts: readonly PlacedAppointment[],
  template: TemplateAtHand | null,
  readVersion: number,
  text: TemplateText,
): Decision<AcceptedTemplate, TemplateRefusal> {
  if (!template || !isOffered(posts, template.owner)) return refuse({ kind: 'AnswerTemplateNotFound' });
  const by = permit('WRITE_TEMPLATES', posts, template.owner);
  if (!by) return refuse({ kind: 'NotAllowed' });
  if (template.version !== readVersion) {
    return refuse({ kind: 'AnswerTemplateChanged', templateVersion: template.version });
  }
  const read = readTemplate(text);
  return read.ok ? accept({ by, text: read.value }) : read;
}

/** The text of a template about one report. What is put in is not looked at again, whatever it holds. */
export function fillTemplate(body: string, values: Readonly<Record<Placeholder, string>>): string {
  return body.replaceAll(BRACED, (braced, name: string) => (isPlaceholder(name) ? values[name] : braced));
}

/** Officers are offered templates of their own agency and of those above it in the house; admins also manage below. */
function isOffered(posts: readonly PlacedAppointment[], owner: AgencyPlace): boolean {
  const worksBelow = posts.some(({ role, place }) => WORKING_ROLES.includes(role) && manages(owner, place));
  return worksBelow || permit('WRITE_TEMPLATES', posts, owner) !== null;
}

function readTemplate(text: TemplateText): Decision<TemplateText, TemplateRefusal> {
  const name = readText(text.name, NAME);
  if (!name.ok) return name;
  const body = readText(text.body, BODY);
  if (!body.ok) return body;
  const placeholder = unknownIn(body.value);
  if (placeholder !== null) return refuse({ kind: 'UnknownPlaceholder', placeholder });
  return accept({ name: name.value, body: body.value, outcome: text.outcome });
}

/** The first pair of braces that holds no placeholder, or that is not closed; null where there is none. */
function unknownIn(body: string): string | null {
  const rest = body.replaceAll(BRACED, (braced, name: string) => (isPlaceholder(name) ? '' : braced));
  return /\{\{[^{}]{0,40}(?:\}\})?|\}\}/.exec(rest)?.[0] ?? null;
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name);
}
