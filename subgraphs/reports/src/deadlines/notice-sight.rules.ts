import type { Standing } from '../hierarchy/standing.js';
import type { Act } from '../report/transitions.js';

/** Acts of time that are no matter of the public: whom the platform has reminded, and to whom it has turned. */
const OF_THE_OFFICE_AND_THE_REPORTER: readonly Act[] = ['REMIND_REPORTER', 'ESCALATE'];
const OF_THE_OFFICE: readonly Act[] = ['REMIND_HOLDER'];

/** Whether a viewer may learn that somebody was reminded or told; of all other acts this says nothing. */
export function mayLearnOfNotice(act: Act, standing: Standing): boolean {
  if (OF_THE_OFFICE.includes(act)) return isOfTheOffice(standing);
  return !OF_THE_OFFICE_AND_THE_REPORTER.includes(act) || standing.isReporter || isOfTheOffice(standing);
}

/** Who works at the holder or stands above it by either tie, and the Ombudsman. */
function isOfTheOffice({ atHolder, manager, monitor, national, ombudsman }: Standing): boolean {
  return (atHolder ?? manager ?? monitor ?? national ?? ombudsman) !== null;
}
