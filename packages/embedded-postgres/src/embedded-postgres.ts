/** How the server is to be run. */
export interface EmbeddedPostgresOptions {
  /**
   * Absolute path of the folder that holds the cluster, its log, its password and its port. It is made when
   * missing; removing it while the server is stopped removes everything. When root starts the server and the
   * account that runs it cannot reach this folder, a folder below /var/tmp is used in its place.
   */
  readonly dataFolder: string;
  /** TCP port on 127.0.0.1. Without it: the port of the last start if it is still free, else any free one. */
  readonly port?: number;
  /** False trades safety against power failure for speed (fsync off); for tests only. Default true. */
  readonly durable?: boolean;
  /** Connections the server accepts at most. Default 100. */
  readonly maxConnections?: number;
  /** Told, in one line without secrets, whatever takes time or deserves notice. Default: nobody is told. */
  readonly log?: (line: string) => void;
}

/** A server that accepts connections. */
export interface EmbeddedPostgres {
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Superuser connection to the maintenance database; holds the password, so keep it out of logs. */
  readonly adminUrl: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Ends open sessions, shuts the server down and resolves when it is gone. Safe to call more than once. */
  stop(): Promise<void>;
}
