import type pg from 'pg';
import type { Statement } from './recorder.js';

/** How the database went about one statement. */
export interface Explained {
  /** Most rows that one step of the plan read, those included that it threw away. */
  readonly mostRows: number;
  /** That step, in the words of the plan. */
  readonly step: string;
  /** Milliseconds of planning and of execution, in the database alone. */
  readonly planningMs: number;
  readonly executionMs: number;
}

type Node = Readonly<Record<string, unknown>> & { readonly Plans?: readonly Node[] };

interface Explanation {
  readonly Plan: Node;
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}

/** Carries the statement out and looks at every step of its plan. */
export async function explain(client: pg.ClientBase, { sql, values }: Statement): Promise<Explained> {
  const text = `explain (analyze, format json) ${sql}`;
  const { rows } = await client.query<{ 'QUERY PLAN': readonly Explanation[] }>(text, values);
  const explanation = rows[0]?.['QUERY PLAN'][0];
  if (!explanation) throw new Error('The database does not explain itself.');
  const steps = stepsOf(explanation.Plan);
  const largest = steps.reduce((most, step) => (rowsRead(step) > rowsRead(most) ? step : most));
  return {
    mostRows: rowsRead(largest),
    step: [largest['Node Type'], largest['Index Name'] ?? largest['Relation Name']].filter(Boolean).join(' '),
    planningMs: explanation['Planning Time'],
    executionMs: explanation['Execution Time'],
  };
}

function stepsOf(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(stepsOf)];
}

function rowsRead(node: Node): number {
  const number = (name: string): number => Number(node[name] ?? 0);
  const perLoop =
    number('Actual Rows') +
    number('Rows Removed by Filter') +
    number('Rows Removed by Join Filter') +
    number('Rows Removed by Index Recheck');
  return Math.round(perLoop * number('Actual Loops'));
}
