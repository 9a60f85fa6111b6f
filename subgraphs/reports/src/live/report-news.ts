import type { Viewer } from '@satu-pintu/domain-kit';
import { followAggregate, type OutboxTail, type PlacedEvent, type Since } from '@satu-pintu/events';
import { badUserInput, type Sealer } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { mayLearnOf } from '../oversight/oversight-stage.rules.js';
import type { ReportDoor } from '../report/report-door.js';
import { findByTrackingId } from '../report/report.store.js';
import type { Report } from '../report/report.type.js';
import { isTrackingId } from '../report/tracking-id.js';
import { actOfEvent } from '../report/transitions.js';

/** Place in the news of one report; a cursor of one report does not open another's. */
export interface NewsCursor {
  readonly reportId: string;
  readonly tx: string;
  readonly seq: string;
}

/** Which report a listener asks for, and from where on. */
export interface NewsRequest {
  readonly trackingId: string;
  readonly accessCode?: string | null | undefined;
  readonly after?: string | null | undefined;
}

/** One event as it goes to a resolver, which loads what the viewer may see of it. */
export interface News {
  readonly cursor: string;
  readonly event: PlacedEvent;
  readonly accessCode: string | null;
}

/** What following the news of a report is made with. */
export interface ReportNewsParts {
  readonly database: DataSource;
  readonly tail: OutboxTail;
  readonly cursors: Sealer<NewsCursor>;
  readonly newContext: (viewer: Viewer) => Promise<{ readonly door: ReportDoor }>;
}

/**
 * The events of one report for one viewer, in order, each once. Sight is judged anew for every event: what a viewer
 * may no longer see is passed over in silence, so a right that is taken away ends the news without a word.
 */
export async function followReport(
  parts: ReportNewsParts,
  request: NewsRequest,
  viewer: Viewer,
  wanted: (event: PlacedEvent) => boolean,
): Promise<AsyncIterableIterator<News>> {
  const accessCode = request.accessCode ?? null;
  const isVisible = async (): Promise<Report | null> =>
    openByTrackingId(parts, request.trackingId, accessCode, viewer);
  const report = await isVisible();
  if (!report) throw badUserInput('There is no such report, or none that you may see.');
  const events = followAggregate(parts.tail, report.id, sinceOf(parts, request.after, report));
  const news: AsyncIterableIterator<News> = {
    async next() {
      for (let event = await events.next(); !event.done; event = await events.next()) {
        const seen = wanted(event.value) ? await isVisible() : null;
        if (!seen || !mayHear(event.value, seen)) continue;
        return {
          done: false,
          value: { cursor: cursorOf(parts, event.value), event: event.value, accessCode },
        };
      }
      return { done: true, value: undefined };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return news;
}

/** News of an act goes to those who may learn of it. */
function mayHear({ type }: PlacedEvent, { standing }: Report): boolean {
  const act = actOfEvent(type);
  return act !== null && mayLearnOf(act, standing);
}

async function openByTrackingId(
  { database, newContext }: ReportNewsParts,
  trackingId: string,
  accessCode: string | null,
  viewer: Viewer,
): Promise<Report | null> {
  if (!isTrackingId(trackingId)) return null;
  const { door } = await newContext(viewer);
  return door.open(await findByTrackingId(database.manager, trackingId), accessCode);
}

/** After the event that was heard last, or else after what the report shows as it is. */
function sinceOf({ cursors }: ReportNewsParts, after: string | null | undefined, report: Report): Since {
  if (after === null || after === undefined) return { version: report.row.version };
  const cursor = cursors.open(after);
  if (cursor?.reportId !== report.id) throw badUserInput('`after` is not a cursor of this report.');
  return { position: { tx: BigInt(cursor.tx), seq: BigInt(cursor.seq) } };
}

function cursorOf({ cursors }: ReportNewsParts, { aggregateId, position }: PlacedEvent): string {
  return cursors.seal({ reportId: aggregateId, tx: String(position.tx), seq: String(position.seq) });
}
