import { placeUnder, stableId } from '@satu-pintu/domain-kit';
import type { AgencyDraft } from './agency-draft.js';
import type { AgencyNode } from './agency-node.js';
import type { Built, RefusalReason, RefusedRow } from './refused-row.js';
import { existsOn } from './validity.rules.js';

/**
 * Hangs every agency under its parent, from the root downward. What cannot be reached from the root (an unknown or
 * refused parent, a circle) is refused, and so is everything below it.
 *
 * @param today the day (`YYYY-MM-DD`) on which an agency must exist to be active
 */
export function growTree(drafts: readonly AgencyDraft[], today: string): Built<AgencyNode> {
  const codes = new Set(drafts.filter(isNamed).map((draft) => draft.code));
  const taken = new Set<string>();
  const refused: RefusedRow[] = [];
  const childrenOf = new Map<string | null, AgencyDraft[]>();
  for (const draft of drafts) {
    const reason = reasonAgainst(draft, codes, taken);
    if (reason !== null) refused.push(refuseDraft(draft, reason));
    else childrenOf.set(draft.parentCode, [...(childrenOf.get(draft.parentCode) ?? []), draft]);
    taken.add(draft.code);
  }
  const rows = placeBelow(null, null, childrenOf, today);
  const placed = new Set(rows.map((row) => row.code));
  const unreached = [...childrenOf.values()].flat().filter((draft) => !placed.has(draft.code));
  return { rows, refused: [...refused, ...unreached.map((draft) => refuseDraft(draft, 'PARENT_UNKNOWN'))] };
}

function reasonAgainst(
  draft: AgencyDraft,
  codes: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): RefusalReason | null {
  if (!isNamed(draft)) return 'NAME_MISSING';
  if (taken.has(draft.code)) return 'CODE_TAKEN';
  if (draft.successorCode !== null && !codes.has(draft.successorCode)) return 'SUCCESSOR_UNKNOWN';
  return null;
}

function isNamed({ code, name }: AgencyDraft): boolean {
  return code !== '' && name.trim() !== '';
}

function placeBelow(
  parentCode: string | null,
  parent: AgencyNode | null,
  childrenOf: ReadonlyMap<string | null, readonly AgencyDraft[]>,
  today: string,
): readonly AgencyNode[] {
  return (childrenOf.get(parentCode) ?? []).flatMap((draft) => {
    const row = placeAgency(draft, parent, today);
    return [row, ...placeBelow(draft.code, row, childrenOf, today)];
  });
}

function placeAgency(draft: AgencyDraft, parent: AgencyNode | null, today: string): AgencyNode {
  const { parentCode: _parentCode, successorCode, source: _source, hasEnded = false, ...kept } = draft;
  const id = stableId('agency', draft.code);
  return {
    ...kept,
    ...placeUnder(id, parent, draft.tie),
    id,
    parentId: parent?.id ?? null,
    successorId: successorCode === null ? null : stableId('agency', successorCode),
    hasEnded,
    isActive: existsOn(today, { ...draft, hasEnded }),
  };
}

function refuseDraft(draft: AgencyDraft, reason: RefusalReason): RefusedRow {
  return { source: draft.source, row: draft.code, reason };
}
