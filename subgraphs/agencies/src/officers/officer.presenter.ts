import type { OfficerRow } from './officer-row.js';
import { maySeeContact, maySeeName, type ViewerPost } from './officer-visibility.rules.js';
import { Officer } from './officer.type.js';

/** A post as this viewer may see it: what they may not know is null. */
export function presentOfficer(row: OfficerRow, posts: readonly ViewerPost[]): Officer {
  const seesName = maySeeName(posts);
  const seesContact = maySeeContact(posts, { path: row.agency_path, housePath: row.agency_house_path });
  return Object.assign(new Officer(), {
    id: row.id,
    name: seesName ? row.name : null,
    title: seesName ? row.title : null,
    role: row.role,
    isActive: row.is_active,
    workEmail: seesContact ? row.work_email : null,
    workPhone: seesContact ? row.work_phone : null,
    agencyId: row.agency_id,
  });
}
