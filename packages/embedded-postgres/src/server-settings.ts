import { sharedBuffers } from './shared-buffers.js';

/** The part of the settings that a caller chooses. */
export interface ChosenSettings {
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** Settings as PostgreSQL names them; given on the command line, so that no file or ALTER SYSTEM overrides them. */
export function serverSettings(port: number, chosen: ChosenSettings): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: String(chosen.maxConnections),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...withoutCitizensWordsInTheLog,
    ...(chosen.durable ? { ...safe, shared_buffers: sharedBuffers() } : fast),
  };
}

// What citizens write and who they are must not reach the log by way of statements, parameters or details.
const withoutCitizensWordsInTheLog = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // "Key (nik)=(...) already exists" stands in the detail, which terse leaves out.
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const safe = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_wal_size: '2GB',
};

const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};
