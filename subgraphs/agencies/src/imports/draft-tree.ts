import type { AgencyNode } from '../hierarchy/agency-node.js';
import type { TreeChange } from '../reorganisation/tree-change.js';

/** The whole tree in memory, on which the rows of a file are tried one after the other before anything is saved. */
export class DraftTree {
  private readonly byId = new Map<string, AgencyNode>();
  private readonly idByCode = new Map<string, string>();
  private readonly childIds = new Map<string | null, Set<string>>();
  private readonly changedIds = new Set<string>();
  private readonly decidedIds = new Set<string>();

  constructor(agencies: readonly AgencyNode[]) {
    for (const agency of agencies) this.put(agency);
  }

  /** The agency that has this code, active or not. */
  find(code: string): AgencyNode | null {
    const id = this.idByCode.get(code);
    return id === undefined ? null : (this.byId.get(id) ?? null);
  }

  /** The same, when it exists today. */
  findActive(code: string): AgencyNode | null {
    const found = this.find(code);
    return found?.isActive === true ? found : null;
  }

  findParent({ parentId }: AgencyNode): AgencyNode | null {
    return parentId === null ? null : (this.byId.get(parentId) ?? null);
  }

  /** An agency and all below it, parents before their children. */
  subtree(top: AgencyNode): readonly AgencyNode[] {
    const below = [...(this.childIds.get(top.id) ?? [])].flatMap((id) => {
      const child = this.byId.get(id);
      return child ? this.subtree(child) : [];
    });
    return [top, ...below];
  }

  apply({ agencies, decided }: TreeChange): void {
    for (const agency of agencies) {
      this.put(agency);
      this.changedIds.add(agency.id);
    }
    for (const id of decided) this.decidedIds.add(id);
  }

  /** All agencies that are different now, and those of them that somebody decided about. */
  get changes(): { readonly agencies: readonly AgencyNode[]; readonly decided: ReadonlySet<string> } {
    const agencies = [...this.changedIds].flatMap((id) => this.byId.get(id) ?? []);
    return { agencies, decided: this.decidedIds };
  }

  private put(agency: AgencyNode): void {
    const before = this.byId.get(agency.id);
    if (before) this.childIds.get(before.parentId)?.delete(agency.id);
    this.byId.set(agency.id, agency);
    this.idByCode.set(agency.code, agency.id);
    const siblings = this.childIds.get(agency.parentId) ?? new Set();
    this.childIds.set(agency.parentId, siblings.add(agency.id));
  }
}
