import type { Migration } from './migration.ts';

/** The ledger's own, narrow copy of every problem, and the views that people keep of it. */
export const ledger: Migration = {
  number: 9,
  name: 'ledger',
  statements: ({ dialect, text, int, end }) => [
    // Kept in the key's order: a search reads it from end to end.
    `create table ledger_entry (
      office ${text} not null,
      id ${text} not null,
      shown_to ${text} not null,
      state ${text} not null,
      urgency ${int} not null,
      round_id ${text} not null,
      unit_id ${text} not null,
      street_id ${text} not null,
      category ${text} not null,
      point_id ${text} not null,
      number_sort ${int},
      due_at ${int},
      recorded_at ${int} not null,
      closed_at ${int},
      changed_at ${int} not null,
      rework ${int} not null,
      photo_count ${int} not null,
      urge_level ${int} not null,
      urge_due ${int},
      waiting ${text} not null,
      extension ${int} not null,
      words ${text} not null,
      primary key (office, id)
    ) ${dialect === 'sqlite' ? 'strict, without rowid' : end}`,
    'create index ledger_entry_urgency on ledger_entry (office, urgency, id)',
    'create index ledger_entry_shown on ledger_entry (office, shown_to, urgency, id)',
    // All that is filtered and sorted by, so that neither reads the wide rows.
    `create index ledger_entry_facts on ledger_entry (
      office, state, due_at, urge_due, waiting, extension, unit_id, street_id, category, round_id,
      urge_level, rework, recorded_at, closed_at, number_sort, urgency, id
    )`,
    // Up to which version of the office the entries are true.
    `create table ledger_mark (
      office ${text} not null,
      version ${int} not null,
      primary key (office)
    ) ${end}`,
    `create table ledger_view (
      office ${text} not null,
      account_id ${text} not null,
      id ${text} not null,
      name ${text} not null,
      filter ${text} not null,
      saved_at ${int} not null,
      primary key (office, account_id, id)
    ) ${end}`,
    // A unit's month (对账单) is computed from its history.
    'create index event_unit_id on event (office, unit_id, subject, at)',
  ],
};
