/**
 * The tables that the query builder sees by type. Synced rows go through rows.ts
 * alone; of their tables only the columns that the server itself steers by stand here.
 */

import type { Kysely } from 'kysely';
import type { HandoffTables } from './handoff-tables.ts';
import type { LedgerTables } from './ledger-tables.ts';
import type { NotifyTables } from './notify-tables.ts';
import type { ReplyTables } from './reply-tables.ts';

export interface Database extends LedgerTables, HandoffTables, ReplyTables, NotifyTables {
  office: {
    id: string;
    version: number;
    /** The office's counter of versions: raised first in every transaction that writes rows. */
    head: number;
    /** The version at which the city's tables last changed. */
    city_head: number;
    agency: string;
    letter_agency: string;
    monthly_agency: string;
    numbering: string;
    /** Made with the store: a cursor of another store is worth nothing here. */
    epoch: string;
    /** Where the chain of history ends: its last entry's place and hash. */
    history_nth: number;
    history_hash: string;
  };
  point: { office: string; id: string; version: number; kind: string; drawn: number };
  photo: {
    office: string;
    id: string;
    version: number;
    finding_id: string;
    notice_id: string;
    sha256: string;
    arrived: number;
    removed: number;
    shown_to: string;
  };
  event: {
    office: string;
    id: string;
    version: number;
    subject_id: string;
    unit_id: string;
    shown_to: string;
  };
  account: {
    office: string;
    id: string;
    account: string;
    name: string;
    role: string;
    unit_id: string | null;
    password_hash: string;
    disabled: number;
    sample: number;
    created_at: number;
  };
  session: {
    hash: string;
    office: string;
    account_id: string;
    created_at: number;
    renewed_at: number;
    expires_at: number;
  };
  attempt: { office: string; id: string; subject: string; at: number };
  client: {
    office: string;
    id: string;
    account_id: string;
    last_seq: number;
    /** The place that made the server fail, and how often. */
    stuck_seq: number;
    stuck_tries: number;
    report: string;
    last_contact: number;
  };
  journal: {
    office: string;
    client: string;
    seq: number;
    account_id: string;
    name: string;
    args: string;
    device_at: number;
    device_offset: number;
    corrected_at: number;
    received_at: number;
    outcome: string;
    code: string;
    detail: string;
  };
  history: {
    office: string;
    nth: number;
    kind: string;
    name: string;
    account_id: string;
    client: string;
    seq: number;
    at: number;
    detail: string;
    digest: string;
    hash: string;
  };
  history_row: {
    office: string;
    nth: number;
    table_name: string;
    row_id: string;
    digest: string;
  };
  number_series: { office: string; agency: string; year: number; next: number };
  number_register: {
    office: string;
    agency: string;
    year: number;
    seq: number;
    state: string;
    client: string;
    notice_id: string;
    reason: string;
    recalled_by: string;
    leased_at: number | null;
    settled_at: number | null;
  };
  notice: { office: string; id: string; unit_name: string; issued_at: number };
  letter: { office: string; id: string; kind: string; unit_name: string; issued_at: number };
  finding: {
    office: string;
    id: string;
    unit_id: string;
    state: string;
    due_at: number | null;
    accepted_at: number | null;
  };
  departed: { office: string; unit_id: string; table_name: string; id: string; version: number };
  photo_blob: { office: string; sha256: string; bytes: number; stored_at: number; by: string };
  parcel_run: {
    office: string;
    id: string;
    digest: string;
    client: string;
    account_id: string;
    by: string;
    at: number;
    made_at: number;
    last_seq: number;
    report: string;
    /** The places that this import took; null where all of them were known. */
    first_taken: number | null;
    last_taken: number | null;
    applied: number;
    rejected: number;
    known: number;
    photos: number;
    photos_missing: number;
    ended_at: number | null;
  };
  device_client: {
    office: string;
    device: string;
    client: string;
    account_id: string;
    since: number;
    lost_at: number | null;
    told_at: number | null;
  };
  seal_key: { office: string; secret: string };
  /** PKCS #8 in base64: the office's own key, see auth/office-key.ts. */
  office_key: { office: string; secret: string };
  setup_link: { office: string; hash: string; made_at: number };
  migration: { number: number; name: string; applied_at: number };
}

/** A connection, or the transaction under way on one. */
export type Db = Kysely<Database>;
