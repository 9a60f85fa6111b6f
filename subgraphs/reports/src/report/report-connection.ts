import { connectionOf } from '@satu-pintu/subgraph-kit';
import { Report } from './report.type.js';

/** A page of reports, whichever list it comes from. */
export const ReportConnection = connectionOf(Report, 'Report');
