/** Orders of a list of reports. */
export const REPORT_ORDERS = ['NEWEST', 'OLDEST', 'DUE_FIRST'] as const;
export type ReportOrder = (typeof REPORT_ORDERS)[number];
