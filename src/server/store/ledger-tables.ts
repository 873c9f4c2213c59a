/** What the ledger keeps for itself. See database.ts. */
export interface LedgerTables {
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
}
