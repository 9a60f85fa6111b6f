import { ADMIN_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';
import type { Employer, Left } from '../appointments/appointment.rules.js';
import type { Office } from '../appointments/office.query.js';

/** What a post is known by where the file gives no id: agency, role, and the address or else the name of its holder. */
export interface Likeness {
  readonly agencyId: string;
  readonly role: OfficerRole;
  readonly name: string;
  readonly workEmail: string | null;
}

/** The posts in question in memory, on which the rows of a file are tried one after the other before anything is saved. */
export class DraftStaff {
  private readonly byId = new Map<string, Office>();
  private readonly byLikeness = new Map<string, Set<string>>();
  private readonly adminsOf = new Map<string, Set<string>>();
  private readonly appointedIds = new Set<string>();
  private readonly changedIds = new Set<string>();

  constructor(
    offices: readonly Office[],
    private readonly employers: ReadonlyMap<string, Employer>,
    private readonly openReports: ReadonlyMap<string, number>,
  ) {
    for (const office of offices) this.put(office);
  }

  /** The agency that has this code and exists today. */
  employer(code: string): Employer | null {
    return this.employers.get(code) ?? null;
  }

  find(id: string): Office | null {
    return this.byId.get(id.toLowerCase()) ?? null;
  }

  /** The one active post that looks like this; null where none does, or several do. */
  findLike(likeness: Likeness): Office | null {
    const [only, ...others] = this.byLikeness.get(keyOf(likeness)) ?? [];
    return only === undefined || others.length > 0 ? null : this.find(only);
  }

  /** What an agency is left with when the holder of this post goes; a file names nobody who takes reports over. */
  leftWithout({ id, agency }: Office): Left {
    const admins = this.adminsOf.get(agency.id) ?? new Set();
    return {
      otherAdmins: admins.size - (admins.has(id) ? 1 : 0),
      openReports: this.openReports.get(agency.id) ?? 0,
      nextHolder: null,
    };
  }

  appoint(office: Office): void {
    this.appointedIds.add(office.id);
    this.put(office);
  }

  change(office: Office): void {
    this.changedIds.add(office.id);
    this.put(office);
  }

  /** All posts that are new or different now. */
  get changes(): { readonly appointed: readonly Office[]; readonly changed: readonly Office[] } {
    const officesOf = (ids: ReadonlySet<string>): readonly Office[] =>
      [...ids].flatMap((id) => this.find(id) ?? []);
    return { appointed: officesOf(this.appointedIds), changed: officesOf(this.changedIds) };
  }

  private put(office: Office): void {
    const before = this.byId.get(office.id);
    if (before) {
      this.byLikeness.get(keyOf(likenessOf(before)))?.delete(before.id);
      this.adminsOf.get(before.agency.id)?.delete(before.id);
    }
    this.byId.set(office.id, office);
    if (!office.isActive) return;
    add(this.byLikeness, keyOf(likenessOf(office)), office.id);
    if (ADMIN_ROLES.includes(office.role)) add(this.adminsOf, office.agency.id, office.id);
  }
}

function likenessOf({ agency, role, person: { name, workEmail } }: Office): Likeness {
  return { agencyId: agency.id, role, name, workEmail };
}

function keyOf({ agencyId, role, name, workEmail }: Likeness): string {
  return JSON.stringify([agencyId, role, workEmail === null ? ['name', name] : ['email', workEmail]]);
}

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(id));
}
