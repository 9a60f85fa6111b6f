import { SessionAddresses } from '@satu-pintu/service-kit';

/** Where files are fetched, at the gateway. */
export const DOWNLOAD_PREFIX = '/files/';

/** What an address says to whoever made it. */
interface WantedFile {
  readonly id: string;
  /** The viewer had shown to be the reporter, by account or by access code. */
  readonly isReporter: boolean;
}

/** The addresses under which files are fetched. */
export type DownloadAddresses = SessionAddresses<WantedFile>;

/** @param filesKey also seals the addresses of uploads, in words of their own */
export function downloadAddresses(filesKey: string): DownloadAddresses {
  return new SessionAddresses(filesKey, DOWNLOAD_PREFIX);
}
