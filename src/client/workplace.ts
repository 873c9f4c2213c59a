/**
 * One signed-in person's place of work on this device: what screens read and
 * the only door through which they change anything. Nothing here awaits the network.
 */
import { signal } from '@preact/signals';
import type { MutationArgs, MutationName } from '../protocol/mutations/index.ts';
import type { Outcome } from '../protocol/refusals.ts';
import type { Session } from '../protocol/session.ts';
import type { Author } from './store/author.ts';
import type { LocalDatabase } from './store/database.ts';
import type { IssueArgs } from './store/issue.ts';
import type { StorageTrouble } from './store/storage-trouble.ts';
import type { SyncStatus } from './sync/status.ts';

export interface Workplace {
  readonly session: Session;
  readonly db: LocalDatabase;
  /** Who does the deeds here, for what commits together with one (`saveFindingFromDraft`). */
  readonly author: Author;
  /**
   * Does a deed on this device; resolves once it is durably saved, or with why the rule refuses
   * it. Throws a StorageTrouble, also shown by `storageTrouble`, where this device cannot save.
   * `redoes`: place of the refused deed that it stands for, which is then decided.
   */
  mutate<N extends MutationName>(
    name: N,
    args: MutationArgs[N],
    title: string,
    redoes?: number | null,
  ): Promise<Outcome>;
  /** Issues with the next number leased to this device, or 编号待定; number and notice are one transaction. */
  issueNotice(args: IssueArgs, title: string, redoes?: number | null): Promise<Outcome>;
  /** Asks for a round trip soon; never awaited by a screen. */
  wake(): void;
  /** Corrected time (ms): this device's clock plus its measured offset to the server. */
  now(): number;
  close(): Promise<void>;
}

export const workplace = signal<Workplace | null>(null);
/** The last failure of this device's own storage: the shell shows it until a write succeeds. */
export const storageTrouble = signal<StorageTrouble | null>(null);
/** How many messages of the office this person has not read; as last heard. */
export const unread = signal(0);
export const syncStatus = signal<SyncStatus>({
  phase: 'idle',
  failure: null,
  lastContact: null,
  offset: null,
  firstPull: false,
  pulled: 0,
});
