import type { MissingItem } from '../report/report-state.js';
import type { LifeStep } from './life-step.js';

/** What can happen to a report that is lived in memory: what the demonstration has, and what waits or is given up. */
export type ImaginedStep =
  | LifeStep
  | {
      readonly act: 'ASK_COMPLETION';
      readonly at: Date;
      readonly missing: readonly MissingItem[];
      readonly message: string;
    }
  | { readonly act: 'COMPLETE'; readonly at: Date; readonly body: string }
  | { readonly act: 'WITHDRAW'; readonly at: Date };
