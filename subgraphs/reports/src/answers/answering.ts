import { permitOnReport } from '@satu-pintu/authorization';
import type { ReportsContext } from '../report/reports-context.js';
import type { Report } from '../report/report.type.js';
import type { Answering } from '../report/viewer-actions.rules.js';
import { seesDrafts } from './answer.rules.js';
import { seenBy } from './open-draft.js';

/** How answering stands, as far as it concerns this viewer; whom it does not concern costs no statement. */
export async function answeringOf(
  { row, standing }: Report,
  { viewer, loaders }: ReportsContext,
): Promise<Answering> {
  const [draft, policy] = await Promise.all([
    seesDrafts(standing) ? loaders.openDrafts.load(row.id) : null,
    permitOnReport('FOLLOW_UP', standing) ? loaders.answerPolicies.load(row.holderAgencyId) : null,
  ]);
  return { requiresApproval: policy?.requiresApproval ?? false, draft: draft && seenBy(viewer, draft) };
}
