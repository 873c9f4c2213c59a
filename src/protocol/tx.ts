/**
 * All that a mutator sees of a store. Dexie, SQLite, PostgreSQL and a Map are
 * interchangeable behind it. Rows are values: change one by putting a copy.
 */
import type { LetterSeries } from '../domain/letter.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import type { Role } from '../domain/role.ts';
import type { Refusal } from './refusals.ts';
import type { IndexOf, RowOf, TableName } from './rows/index.ts';

export interface Tx {
  get<T extends TableName>(table: T, id: string): Promise<RowOf[T] | undefined>;
  /** Rows whose indexed field equals the value, in no promised order. */
  list<T extends TableName>(table: T, index: IndexOf<T>, value: string): Promise<RowOf[T][]>;
  all<T extends TableName>(table: T): Promise<RowOf[T][]>;
  put<T extends TableName>(table: T, row: RowOf[T]): Promise<void>;
}

export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** The unit that a `unit` account answers for; null for the office's own people. */
  readonly unitId: string | null;
}

/**
 * The register of official numbers. On the tablet it takes the number as drawn
 * from the leases; on the server it checks the lease, marks it used, and draws
 * one where the notice carries none.
 */
export interface NumberRegister {
  confirm(
    noticeId: string,
    year: number,
    number: NoticeNumber | null,
  ): Promise<{ ok: true; number: NoticeNumber | null } | Refusal>;
  /**
   * The next number of a series that the server alone numbers; null on the tablet, and where
   * the office does not number these letters.
   */
  draw(letterId: string, year: number, series: LetterSeries): Promise<NoticeNumber | null>;
  markVoided(number: NoticeNumber, reason: string): Promise<void>;
}

export interface MutationContext {
  readonly actor: Actor;
  readonly clientId: string;
  /** Place of this mutation in its client's order, from 1. */
  readonly seq: number;
  /** Corrected time of the deed (ms). */
  readonly at: number;
  readonly officeId: string;
  readonly numbers: NumberRegister;
}
