import { presentProblem, type SignedRoute } from '@satu-pintu/subgraph-kit';
import { REPORT_PROBLEM_TEXTS } from '../report/problem-texts.js';
import type { ReceiveUpload, UploadRefusal } from './receive-upload.command.js';
import { UPLOAD_PREFIX } from './upload-address.js';

/** What a refusal is in HTTP. */
const STATUS: Readonly<Partial<Record<UploadRefusal['kind'], number>>> = {
  UploadNotFound: 404,
  UploadExpired: 410,
  UploadUsed: 409,
  UploadBrokenOff: 400,
  UploadsBusy: 503,
  FileTooLarge: 413,
  FileTypeNotAccepted: 415,
};
const REFUSED = 422;

/** Files are sent here, through the gateway. */
export function uploadRoute(receive: ReceiveUpload): SignedRoute {
  return {
    method: 'PUT',
    prefix: UPLOAD_PREFIX,
    async answer({ viewer, rest, body }) {
      const outcome = await receive.execute(rest, body);
      if (outcome.ok) return { status: 201, body: outcome.value };
      const { code, message } = presentProblem(outcome.refusal, REPORT_PROBLEM_TEXTS, viewer.locale);
      return {
        status: STATUS[outcome.refusal.kind] ?? REFUSED,
        body: { errors: [{ message, extensions: { code } }] },
      };
    },
  };
}
