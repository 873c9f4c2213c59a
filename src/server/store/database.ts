/**
 * The tables that the query builder sees by type. Synced rows go through rows.ts
 * alone; of their tables only the columns that the server itself steers by stand here.
 */
import type { Kysely } from 'kysely';

export interface Database {
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
  /** Derived from `finding`, `notice`, `point` and `unit`; see ledger/entries.ts. */
  ledger_entry: {
    office: string;
    id: string;
    shown_to: string;
    state: string;
    urgency: number;
    round_id: string;
    unit_id: string;
    street_id: string;
    category: string;
    point_id: string;
    number_sort: number | null;
    due_at: number | null;
    recorded_at: number;
    closed_at: number | null;
    changed_at: number;
    rework: number;
    photo_count: number;
    urge_level: number;
    urge_due: number | null;
    waiting: string;
    extension: number;
    words: string;
  };
  ledger_mark: { office: string; version: number };
  ledger_view: {
    office: string;
    account_id: string;
    id: string;
    name: string;
    filter: string;
    saved_at: number;
  };
  city_code: {
    office: string;
    code: string;
    /** Its place in the table that was imported. */
    rank: number;
    kind: string;
    major: string;
    major_name: string;
    minor: string;
    minor_name: string;
    usual_owner: string;
    retired: number;
  };
  code_mapping: { office: string; source: string; code: string };
  handoff: { office: string; id: string; finding_id: string; case_number: string };
  handoff_batch: {
    office: string;
    id: string;
    made_at: number;
    by: string;
    by_name: string;
    problems: number;
    photos: number;
    record: string;
  };
  handoff_receipt: {
    office: string;
    id: string;
    digest: string;
    file_name: string;
    at: number;
    by: string;
    by_name: string;
    report: string;
  };
  reply: { office: string; id: string; version: number; finding_id: string; files: string };
  reply_link: {
    office: string;
    id: string;
    notice_id: string;
    hash: string;
    made_at: number;
    made_by: string;
    made_by_name: string;
    used_at: number | null;
    revoked_at: number | null;
    revoked_by_name: string;
  };
  reply_paper: {
    office: string;
    notice_id: string;
    revoked_at: number;
    revoked_by_name: string;
  };
  answer_file: { office: string; sha256: string; type: string; bytes: number };
  answer_sent: {
    office: string;
    holder: string;
    sha256: string;
    bytes: number;
    sent_at: number;
    named: number;
  };
  setup_link: { office: string; hash: string; made_at: number };
  migration: { number: number; name: string; applied_at: number };
}

/** A connection, or the transaction under way on one. */
export type Db = Kysely<Database>;
