import type { Migration } from './migration.ts';

/** Who has taken a number back (收回); '' for a number that nobody has. */
export const recall: Migration = {
  number: 5,
  name: 'recall',
  statements: ({ text }) => [
    `alter table number_register add column recalled_by ${text} not null default ''`,
  ],
};
