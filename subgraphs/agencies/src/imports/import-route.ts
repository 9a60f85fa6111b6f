import { presentProblem, type SignedRoute } from '@satu-pintu/subgraph-kit';
import { AGENCIES_PROBLEM_TEXTS } from '../requests/problem-texts.js';
import { IMPORT_PREFIX } from './import-address.js';
import type { ReceiveImport, ReceivingRefusal } from './receive-import.command.js';

/** What a refusal is in HTTP. */
const STATUS: Readonly<Record<ReceivingRefusal['kind'], number>> = {
  UploadNotFound: 404,
  UploadExpired: 410,
  UploadUsed: 409,
  UploadBrokenOff: 400,
  UploadsBusy: 503,
  FileTooLarge: 413,
};

/** Files of imports are sent here, through the gateway. The answer comes before the import is carried out. */
export function importRoute(receive: ReceiveImport): SignedRoute {
  return {
    method: 'PUT',
    prefix: IMPORT_PREFIX,
    async answer({ viewer, rest, body }) {
      const outcome = await receive.execute(rest, body);
      if (outcome.ok) return { status: 202, body: outcome.value };
      const { code, message } = presentProblem(outcome.refusal, AGENCIES_PROBLEM_TEXTS, viewer.locale);
      return {
        status: STATUS[outcome.refusal.kind],
        body: { errors: [{ message, extensions: { code } }] },
      };
    },
  };
}
