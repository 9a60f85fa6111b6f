import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../report/report-state.js';
import type { TemplateText } from './template.rules.js';

/** A template as it is kept. */
export interface TemplateRow extends TemplateText {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
  readonly outcome: Outcome | null;
  readonly isActive: boolean;
  /** The name by which lists are sorted. */
  readonly sortedBy: string;
}

/** Place in a list of templates. */
export interface TemplateKey {
  readonly name: string;
  readonly id: string;
}

/** Whose templates are listed, and for whom. */
export interface TemplateListRequest {
  readonly agencyId: string;
  /** House paths of agencies of which those that are not active are listed too. */
  readonly withInactiveOf: readonly string[];
  readonly after: TemplateKey | null;
  readonly limit: number;
}

const COLUMNS = /* sql */ `
  template.id, template.agency_id as "agencyId", template.version, template.name, template.body, template.outcome,
  template.is_active as "isActive", lower(template.name) as "sortedBy"
`;

const BY_ID = /* sql */ `select ${COLUMNS} from answer_template template where id = $1`;

const PAGE = /* sql */ `
  select ${COLUMNS}
    from agency asked
    join agency owner on owner.path @> asked.path and owner.house_path @> asked.house_path
    join answer_template template on template.agency_id = owner.id
   where asked.id = $1
     and (template.is_active or owner.house_path <@ any($2::ltree[]))
     and ($3::text is null or (lower(template.name), template.id) > ($3, $4::uuid))
   order by lower(template.name), template.id
   limit $5
`;

/* Whoever writes a template of an agency does so alone, so that the name is free when it was found free. */
const LOCK = /* sql */ `select from agency where id = $1 for no key update`;

const TAKEN = /* sql */ `
  select exists (
    select from answer_template where agency_id = $1 and lower(name) = lower($2) and id <> $3) as "isTaken"
`;

const INSERT = /* sql */ `
  insert into answer_template (id, agency_id, version, name, body, outcome, is_active, changed_by, changed_at)
  values ($1, $2, 1, $3, $4, $5, true, $6, $7)
`;

const UPDATE = /* sql */ `
  update answer_template
     set version = version + 1, name = $2, body = $3, outcome = $4, is_active = $5, changed_by = $6, changed_at = $7
   where id = $1
`;

export async function findTemplate(tx: EntityManager, id: string): Promise<TemplateRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<TemplateRow[]>(BY_ID, [id]);
  return row ?? null;
}

/** Templates of an agency and of those above it in its house, by name. */
export async function listTemplates(
  tx: EntityManager,
  { agencyId, withInactiveOf, after, limit }: TemplateListRequest,
): Promise<readonly TemplateRow[]> {
  const place = [after?.name ?? null, after?.id ?? null];
  return tx.query<TemplateRow[]>(PAGE, [agencyId, withInactiveOf, ...place, limit]);
}

export async function lockTemplatesOf(tx: EntityManager, agencyId: string): Promise<void> {
  await tx.query(LOCK, [agencyId]);
}

/** Whether another template of the agency has this name, however it is spelt. */
export async function isNameTaken(
  tx: EntityManager,
  agencyId: string,
  name: string,
  ownId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ isTaken: boolean }[]>(TAKEN, [agencyId, name, ownId]);
  return row?.isTaken ?? false;
}

export async function insertTemplate(
  tx: EntityManager,
  { id, agencyId }: Pick<TemplateRow, 'id' | 'agencyId'>,
  { name, body, outcome }: TemplateText,
  officerId: string,
  now: Date,
): Promise<void> {
  await tx.query(INSERT, [id, agencyId, name, body, outcome, officerId, now]);
}

export async function updateTemplate(
  tx: EntityManager,
  { id, isActive }: Pick<TemplateRow, 'id' | 'isActive'>,
  { name, body, outcome }: TemplateText,
  officerId: string,
  now: Date,
): Promise<void> {
  await tx.query(UPDATE, [id, name, body, outcome, isActive, officerId, now]);
}
