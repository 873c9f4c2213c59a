import type { Migration } from './migration.ts';

/** What keeps a client's deeds in order and exactly once, and the numbers that it holds. */
export const sync: Migration = {
  number: 4,
  name: 'sync',
  statements: ({ text, int, end }) => [
    `create table client (
      office ${text} not null,
      id ${text} not null,
      account_id ${text} not null,
      last_seq ${int} not null,
      stuck_seq ${int} not null,
      stuck_tries ${int} not null,
      report ${text} not null,
      last_contact ${int} not null,
      primary key (office, id),
      foreign key (office, account_id) references account (office, id)
    ) ${end}`,
    // Every deed that was taken: the receipt for a lost answer, and both sides of a conflict.
    `create table journal (
      office ${text} not null,
      client ${text} not null,
      seq ${int} not null,
      account_id ${text} not null,
      name ${text} not null,
      args ${text} not null,
      device_at ${int} not null,
      device_offset ${int} not null,
      corrected_at ${int} not null,
      received_at ${int} not null,
      outcome ${text} not null,
      code ${text} not null,
      detail ${text} not null,
      primary key (office, client, seq)
    ) ${end}`,
    `create table number_series (
      office ${text} not null,
      agency ${text} not null,
      year ${int} not null,
      next ${int} not null,
      primary key (office, agency, year)
    ) ${end}`,
    // The register: every number of a year, 在租 leased, 已用 used, 作废 voided.
    `create table number_register (
      office ${text} not null,
      agency ${text} not null,
      year ${int} not null,
      seq ${int} not null,
      state ${text} not null,
      client ${text} not null,
      notice_id ${text} not null,
      reason ${text} not null,
      leased_at ${int},
      settled_at ${int},
      primary key (office, agency, year, seq)
    ) ${end}`,
    'create index number_register_client on number_register (office, client, state, agency, year, seq)',
  ],
};
