/** Why something did not go through, for a person. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Where the sync loop is, in terms that a screen can say. */
export interface SyncStatus {
  readonly phase: 'idle' | 'syncing' | 'photos' | 'offline' | 'signed-out' | 'stopped';
  /** The last failure that a person should know of; null while all is well or merely offline. */
  readonly failure: Failure | null;
  /** Device time (ms) of the last answer from the server. */
  readonly lastContact: number | null;
  /** Server time minus device time (ms); null before the first answer. */
  readonly offset: number | null;
  /** True until the first pull has run to its end on this device. */
  readonly firstPull: boolean;
  /** Rows received in the pull under way, for the first download's progress. */
  readonly pulled: number;
}
