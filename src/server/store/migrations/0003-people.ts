import type { Migration } from './migration.ts';

/** Who may come in. Tokens and passwords are kept as hashes alone. */
export const people: Migration = {
  number: 3,
  name: 'people',
  statements: ({ text, int, bool, end }) => [
    `create table account (
      office ${text} not null,
      id ${text} not null,
      account ${text} not null,
      name ${text} not null,
      role ${text} not null,
      unit_id ${text},
      password_hash ${text} not null,
      disabled ${bool} not null,
      sample ${bool} not null,
      created_at ${int} not null,
      primary key (office, id)
    ) ${end}`,
    'create unique index account_name on account (office, account)',
    `create table session (
      hash ${text} not null,
      office ${text} not null,
      account_id ${text} not null,
      created_at ${int} not null,
      renewed_at ${int} not null,
      expires_at ${int} not null,
      primary key (office, hash),
      foreign key (office, account_id) references account (office, id)
    ) ${end}`,
    'create index session_account on session (office, account_id)',
    `create table attempt (
      office ${text} not null,
      id ${text} not null,
      subject ${text} not null,
      at ${int} not null,
      primary key (office, id)
    ) ${end}`,
    'create index attempt_subject on attempt (office, subject, at)',
    `create table setup_link (
      office ${text} not null,
      hash ${text} not null,
      made_at ${int} not null,
      primary key (office)
    ) ${end}`,
  ],
};
