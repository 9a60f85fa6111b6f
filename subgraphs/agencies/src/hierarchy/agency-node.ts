import type { AgencyPlace } from '@satu-pintu/domain-kit';
import type { AgencyDraft } from './agency-draft.js';

/** An agency in its place in the tree, as it is stored. */
export interface AgencyNode
  extends Omit<AgencyDraft, 'parentCode' | 'successorCode' | 'source'>, AgencyPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly successorId: string | null;
  /** True when an officer has ended it, whatever its days say. */
  readonly hasEnded: boolean;
  readonly isActive: boolean;
}
