import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { dataFile } from '../persistence/data-file.js';
import type { Channel, ReportType, RequestedType } from '../report/report-state.js';

/** How far the report of a row has come. */
export type FinalStatus =
  'DIARSIPKAN' | 'BELUM_DITINDAKLANJUTI' | 'TERDISPOSISI' | 'DITINDAKLANJUTI' | 'SELESAI';

/** One synthetic report of `data/demo/sample-complaints.csv`, in our words. */
export interface SampleRow {
  readonly id: string;
  /** Pattern that the text was written after: `T01`. */
  readonly template: string;
  readonly channel: Channel;
  readonly createdAt: Date;
  /** Empty for text messages, which have none. */
  readonly title: string;
  readonly body: string;
  /** Names of the topic and of the one above it, in capitals. */
  readonly topic: string;
  readonly parentTopic: string;
  readonly requestedType: RequestedType;
  readonly type: ReportType;
  /** District of the incident: the smallest kind of region that the house knows. */
  readonly regionCode: string;
  /** Null for some text messages, which name the place in their text alone. */
  readonly place: string | null;
  /** Code of the region or institution that is competent. */
  readonly houseCode: string;
  /** Code of the office inside the region, as in `data/regional-offices.csv`; empty for institutions. */
  readonly officeCode: string;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly finalStatus: FinalStatus;
  /** Days from submission to verification. */
  readonly verifyDays: number;
  /** Working days from verification to the first follow-up; null where there was none. */
  readonly followUpDays: number | null;
}

type CsvRow = Readonly<Record<string, string>>;

const CHANNEL_OF: Readonly<Record<string, Channel>> = {
  website: 'WEB',
  mobile: 'MOBILE',
  sms: 'SMS',
  twitter: 'X',
};

const TYPES_OF: Readonly<Record<string, readonly [RequestedType, ReportType]>> = {
  PTBP: ['COMPLAINT', 'COMPLAINT_GENERAL'],
  PBP: ['COMPLAINT', 'COMPLAINT_OVERSIGHT'],
  PI: ['INFO_REQUEST', 'INFO_REQUEST'],
  ASP: ['ASPIRATION', 'ASPIRATION'],
};

/** All rows of the demonstration set, oldest first. */
export async function readSample(): Promise<readonly SampleRow[]> {
  const text = await readFile(dataFile('demo/sample-complaints.csv'), 'utf8');
  const rows = parse<CsvRow>(text, { columns: true, skip_empty_lines: true }).map(toSampleRow);
  return rows.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

function toSampleRow(row: CsvRow): SampleRow {
  const value = (column: string): string => {
    const found = row[column];
    if (found === undefined) throw new Error(`The demonstration set has no column ${column}.`);
    return found;
  };
  const [requestedType, type] = known(TYPES_OF, value('classification'));
  return {
    id: value('id'),
    template: value('template'),
    channel: known(CHANNEL_OF, value('channel')),
    createdAt: new Date(value('created_at')),
    title: value('title'),
    body: value('body'),
    topic: value('subcategory'),
    parentTopic: value('category'),
    requestedType,
    type,
    regionCode: value('district_code') || value('regency_code'),
    place: value('location_text') || null,
    houseCode: value('target_institution'),
    officeCode: value('opd_code'),
    isAnonymous: value('anonymous') === '1',
    isSecret: value('secret') === '1',
    finalStatus: value('final_status') as FinalStatus,
    verifyDays: Number(value('verify_days')),
    followUpDays: value('followup_days') === '' ? null : Number(value('followup_days')),
  };
}

function known<Meaning>(meanings: Readonly<Record<string, Meaning>>, word: string): Meaning {
  const meaning = meanings[word];
  if (meaning === undefined)
    throw new Error(`The demonstration set says "${word}", which means nothing here.`);
  return meaning;
}
