import type { Viewer } from '@satu-pintu/domain-kit';
import type { KnownAgency } from '../hierarchy/agency.store.js';
import { type PlacedAppointment, standingOf, standingWithin } from '../hierarchy/standing.js';
import { mayHaveArchived, placePosts } from '../hierarchy/standing.store.js';
import { type AccessCodes, proofOf } from '../privacy/ownership.js';
import { consentReaderOf, protectedReaderOf } from '../privacy/sight.rules.js';
import { archiversIn } from './history.store.js';
import type { Loaders } from './loaders.js';
import type { ReportEntity } from './report.entity.js';
import { presentReport } from './report.presenter.js';
import type { Report } from './report.type.js';

/** The one way from rows to what a viewer sees, made for one request. */
export class ReportDoor {
  constructor(
    private readonly viewer: Viewer,
    private readonly loaders: Loaders,
    private readonly codes: AccessCodes,
  ) {}

  /** The viewer's posts with their places in the tree. */
  async posts(): Promise<readonly PlacedAppointment[]> {
    return placePosts(
      this.viewer,
      await this.agencies(this.viewer.appointments.map((post) => post.agencyId)),
    );
  }

  /** The report as the viewer may see it; null for an absent one and for a hidden one alike. */
  async open(row: ReportEntity | null, accessCode: string | null = null): Promise<Report | null> {
    if (!row) return null;
    const lead = row.mergedIntoId === null ? null : await this.loaders.reports.load(row.mergedIntoId);
    const holders = lead ? [row.holderAgencyId, lead.holderAgencyId] : [row.holderAgencyId];
    const ids = [...holders, ...this.viewer.appointments.map((post) => post.agencyId)];
    const agencies = await this.agencies(ids);
    const holder = agencies.get(row.holderAgencyId);
    if (!holder) throw new Error(`Report ${row.id} is held by an agency that is not known.`);
    const isReporter = proofOf(this.viewer, accessCode, this.codes).isReporter(row);
    const archivers = mayHaveArchived(row, this.viewer)
      ? archiversIn(await this.loaders.history.load(row.id))
      : undefined;
    const posts = placePosts(this.viewer, agencies);
    const own = standingOf(posts, holder, isReporter, archivers);
    const leading = lead && agencies.get(lead.holderAgencyId);
    const standing = leading ? standingWithin(own, standingOf(posts, leading, false)) : own;
    const reader = consentReaderOf(row, standing);
    // Written down before it is handed out.
    if (reader) await this.loaders.readings.load({ reportId: row.id, officerId: reader.officerId });
    const outsider = protectedReaderOf(row, standing);
    if (outsider) await this.loaders.protectedReadings.load({ reportId: row.id, reader: outsider });
    return presentReport(row, standing, lead);
  }

  private async agencies(ids: readonly string[]): Promise<ReadonlyMap<string, KnownAgency>> {
    return new Map((await this.loaders.agencies.loadMany(ids)).flatMap((found) => known(found)));
  }
}

function known(found: KnownAgency | Error | null): [string, KnownAgency][] {
  if (found instanceof Error) throw found;
  return found ? [[found.id, found]] : [];
}
