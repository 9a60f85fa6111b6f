import type { PlanNode } from '@apollo/query-planner';
import { compileFetch, type FetchTools } from './compile-fetch.js';
import type { PlacePath } from './places.js';
import type { Step } from './run.js';
import { Unsupported } from './unsupported.js';

/** Turns a plan into steps: what can be worked out once per operation is not worked out again per request. */
export function compilePlan(node: PlanNode, tools: FetchTools, path: PlacePath = []): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, tools);
    case 'Flatten':
      return compilePlan(node.node, tools, [...path, ...node.path]);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compilePlan(child, tools, path));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compilePlan(child, tools, path));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const [met, otherwise] = [node.ifClause, node.elseClause].map((clause): Step =>
        clause ? compilePlan(clause, tools, path) : () => Promise.resolve(),
      ) as [Step, Step];
      return (run) =>
        (isMet(run.variables[node.condition], tools.defaults[node.condition]) ? met : otherwise)(run);
    }
    case 'Defer':
      throw new Unsupported('Deferred parts are not executed.');
  }
}

function isMet(given: unknown, byDefault: unknown): boolean {
  return (given === undefined ? byDefault : given) === true;
}
