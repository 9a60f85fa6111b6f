import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import type { RuleSet } from '../sla/rule-set.js';
import { dataFile } from './data-file.js';

interface CategoryFact {
  readonly id: string;
  readonly parent_id: string;
  readonly name: string;
  readonly status: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

/* Parents come before their children: the statement checks the reference at its end. */
const LOAD_CATEGORIES = /* sql */ `
  insert into category (id, parent_id, name, valid_from, valid_to, is_retired)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::boolean[])
  on conflict (id) do update
     set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
         is_retired = excluded.is_retired
`;

const LOAD_RULE_SETS = /* sql */ `
  insert into rule_set (code, legal_basis, valid_from, valid_to, is_confirmed, is_in_force, content)
  select * from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::boolean[], $6::boolean[], $7::jsonb[])
  on conflict (code) do update
     set legal_basis = excluded.legal_basis, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
         is_confirmed = excluded.is_confirmed, is_in_force = excluded.is_in_force, content = excluded.content
`;

/** Loads topics and rule sets from the facts that the product ships; repeating it changes nothing. */
export async function loadReferenceData(database: DataSource): Promise<void> {
  await loadCategoryFacts(database);
  await loadRuleSetFacts(database);
}

async function loadCategoryFacts(database: DataSource): Promise<void> {
  const text = await readFile(dataFile('categories.csv'), 'utf8');
  const facts = parse<CategoryFact>(text, { columns: true, skip_empty_lines: true });
  await database.query(LOAD_CATEGORIES, [
    facts.map((fact) => fact.id),
    facts.map((fact) => orNull(fact.parent_id)),
    facts.map((fact) => fact.name),
    facts.map((fact) => orNull(fact.valid_from)),
    facts.map((fact) => orNull(fact.valid_to)),
    facts.map((fact) => fact.status === 'archived'),
  ]);
}

async function loadRuleSetFacts(database: DataSource): Promise<void> {
  const { ruleSets } = JSON.parse(await readFile(dataFile('rule-sets.json'), 'utf8')) as {
    ruleSets: RuleSet[];
  };
  await database.query(LOAD_RULE_SETS, [
    ruleSets.map((set) => set.code),
    ruleSets.map((set) => set.legalBasis),
    ruleSets.map((set) => set.validFrom),
    ruleSets.map((set) => set.validTo),
    ruleSets.map((set) => set.confirmed),
    ruleSets.map((set) => set.inForce),
    ruleSets.map((set) => JSON.stringify(set)),
  ]);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
