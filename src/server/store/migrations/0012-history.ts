import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

/**
 * The chain of what was done: each entry's hash holds the one before it. Neither it
 * nor the journal that it vouches for is ever changed or shortened.
 */
export const history: Migration = {
  number: 12,
  name: 'history',
  statements: ({ dialect, text, int, end }) => {
    const narrow = end === '' ? '' : `${end}, without rowid`;
    return [
      `create table history (
        office ${text} not null,
        nth ${int} not null,
        kind ${text} not null,
        name ${text} not null,
        account_id ${text} not null,
        client ${text} not null,
        seq ${int} not null,
        at ${int} not null,
        detail ${text} not null,
        digest ${text} not null,
        hash ${text} not null,
        primary key (office, nth)
      ) ${narrow}`,
      // Which rows an entry has written, and a digest of each as it was written.
      `create table history_row (
        office ${text} not null,
        nth ${int} not null,
        table_name ${text} not null,
        row_id ${text} not null,
        digest ${text} not null,
        primary key (office, nth, table_name, row_id)
      ) ${narrow}`,
      'create index history_row_row on history_row (office, row_id, table_name, nth)',
      // Where the chain ends: raised in the transaction that adds to it.
      `alter table office add column history_nth ${int} not null default 0`,
      `alter table office add column history_hash ${text} not null default ''`,
      ...['history', 'history_row', 'journal'].flatMap((table) => appendOnly(dialect, table)),
    ];
  },
};
