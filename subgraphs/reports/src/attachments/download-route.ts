import { presentProblem, type RouteAnswer, type SignedRoute } from '@satu-pintu/subgraph-kit';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { FileStore } from '../files/file-store.js';
import type { MediaType } from '../inspection/verdict.js';
import type { AccessCodes } from '../privacy/ownership.js';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReportsContext } from '../report/reports-context.js';
import { loadReports } from '../report/report.store.js';
import type { DataSource } from 'typeorm';
import { mayFetch } from './attachment.presenter.js';
import { type AttachmentRow, findAttachment } from './attachment.store.js';
import { DOWNLOAD_PREFIX, type DownloadAddresses } from './download-address.js';

/** What handing files out is made with. */
export interface DownloadParts {
  readonly database: DataSource;
  readonly addresses: DownloadAddresses;
  readonly files: FileStore;
  readonly codes: AccessCodes;
  readonly createContext: (viewer: Viewer) => Promise<Pick<ReportsContext, 'door'>>;
  readonly now: () => Date;
}

/** What a saved file is called: it has no name of its own. */
const ENDINGS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Files are fetched here, through the gateway. */
export function downloadRoute(parts: DownloadParts): SignedRoute {
  return {
    method: 'GET',
    prefix: DOWNLOAD_PREFIX,
    async answer({ viewer, rest }) {
      const row = await findShown(parts, rest, viewer);
      if (!row) return notFound(viewer);
      return { status: 200, headers: headersFor(row), body: await parts.files.read(row.file_key) };
    },
  };
}

/** Sight is judged anew: what became secret since the address was made, or left its draft, is not handed out any more. */
async function findShown(
  { addresses, codes, createContext, database, now }: DownloadParts,
  sealed: string,
  viewer: Viewer,
): Promise<AttachmentRow | null> {
  const wanted = addresses.read(sealed, viewer, now());
  const row = wanted && (await findAttachment(database.manager, wanted.id));
  if (!row) return null;
  const [found] = await loadReports(database.manager, [row.ofReport]);
  const accessCode = wanted.isReporter ? codes.codeOf(row.ofReport) : null;
  const { door } = await createContext(viewer);
  const report = await door.open(found ?? null, accessCode);
  return report && mayFetch(row, report) ? row : null;
}

function notFound({ locale }: Viewer): RouteAnswer {
  const { code, message } = presentProblem({ kind: 'AttachmentNotFound' }, REPORT_PROBLEM_TEXTS, locale);
  return { status: 404, body: { errors: [{ message, extensions: { code } }] } };
}

/** Saved and never shown in place: what a browser does not open cannot act in our name. */
function headersFor({ id, media_type: mediaType, bytes }: AttachmentRow): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="lampiran-${id.slice(0, 8)}.${ENDINGS[mediaType]}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
}
