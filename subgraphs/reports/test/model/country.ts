import { agencyAt, agencyId, plantedAgencies, type TreeNode } from '../support/small-tree.js';

/** Agencies in which a coordinator can sign in. */
const WITH_COORDINATOR: ReadonlySet<string> = new Set(['32', '32.73', 'KEMENKES'].map(agencyId));

/** The tree as it stands at an instant of a history: agencies end and begin again, their places stay. */
export class Country {
  private readonly agencies: ReadonlyMap<string, TreeNode>;

  private constructor(agencies: readonly TreeNode[]) {
    this.agencies = new Map(agencies.map((agency) => [agency.id, agency]));
  }

  static planted(): Country {
    return new Country(plantedAgencies());
  }

  /** The country with one agency ended, or begun again; the national desk does not end. */
  toggled(index: number): Country {
    const others = [...this.agencies.values()];
    const chosen = others[1 + (index % (others.length - 1))];
    return new Country(
      others.map((agency) => (agency === chosen ? { ...agency, isActive: !agency.isActive } : agency)),
    );
  }

  get all(): readonly TreeNode[] {
    return [...this.agencies.values()];
  }

  find(id: string): TreeNode | null {
    return this.agencies.get(id) ?? null;
  }

  get(id: string): TreeNode {
    const agency = this.find(id);
    if (!agency) throw new Error(`There is no agency ${id}.`);
    return agency;
  }

  get nationalDesk(): TreeNode {
    return this.get(agencyAt('NASIONAL').id);
  }

  /** The nearest with a coordinator in the same house, itself included. */
  coordinatorOf(id: string): TreeNode | null {
    return this.upwards(this.get(id).housePath).find(hasCoordinator) ?? null;
  }

  /** The nearest with a coordinator above, by either tie, else the root. */
  coordinatorAbove(id: string): TreeNode {
    return this.above(id).find(hasCoordinator) ?? this.nationalDesk;
  }

  activeAtOrAbove(id: string): TreeNode {
    return this.upwards(this.get(id).path).find(({ isActive }) => isActive) ?? this.nationalDesk;
  }

  /** The nearest active above, by either tie; null above the national desk. */
  activeAbove(id: string): TreeNode | null {
    return this.above(id).find(({ isActive }) => isActive) ?? null;
  }

  /** Is one agency above the other, by either tie? */
  isAbove(upper: string, lower: string): boolean {
    return this.above(lower).some(({ id }) => id === upper);
  }

  private above(id: string): readonly TreeNode[] {
    return this.upwards(this.get(id).path).slice(1);
  }

  /** The agencies that a path names, the lowest first. */
  private upwards(path: string): readonly TreeNode[] {
    const labels = path.split('.').reverse();
    return labels.flatMap((label) => BY_LABEL.get(label) ?? []).map((id) => this.get(id));
  }
}

const BY_LABEL: ReadonlyMap<string, string> = new Map(
  plantedAgencies().map(({ id, path }) => [path.slice(path.lastIndexOf('.') + 1), id]),
);

function hasCoordinator({ id, isActive }: TreeNode): boolean {
  return isActive && WITH_COORDINATOR.has(id);
}
