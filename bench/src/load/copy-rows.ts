import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Row, Value } from './table-rows.js';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const SIGNS = /[\\\t\n\r]/;
const ALL_SIGNS = new RegExp(SIGNS, 'g');

/** Rows of one table, written as COPY wants them. All rows have the columns of the first. */
export class CopyText {
  private columns: readonly string[] = [];
  private readonly lines: string[] = [];

  constructor(readonly table: string) {}

  get rows(): number {
    return this.lines.length;
  }

  add(row: Row): void {
    if (this.lines.length === 0) this.columns = Object.keys(row);
    this.lines.push(`${this.columns.map((column) => written(row[column])).join('\t')}\n`);
  }

  /** Sends all rows in one COPY, in the transaction of the connection. */
  async send(client: pg.ClientBase): Promise<void> {
    if (this.lines.length === 0) return;
    const statement = `copy ${this.table} (${this.columns.join(', ')}) from stdin`;
    await pipeline(Readable.from([this.lines.join('')]), client.query(from(statement)));
  }
}

function written(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string')
    return SIGNS.test(value) ? value.replaceAll(ALL_SIGNS, (sign) => ESCAPES[sign] ?? sign) : value;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (typeof value === 'object') return `{${value.join(',')}}`;
  return String(value);
}
