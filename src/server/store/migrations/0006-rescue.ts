import type { Migration } from './migration.ts';

/** What came in by a file (离线包), which tablets lost what they held, and the key of the seals. */
export const rescue: Migration = {
  number: 6,
  name: 'rescue',
  statements: ({ text, int, end }) => [
    // One import of one file; `by` is the account that did it, '' for the server's own console.
    `create table parcel_run (
      office ${text} not null,
      id ${text} not null,
      digest ${text} not null,
      client ${text} not null,
      account_id ${text} not null,
      by ${text} not null,
      at ${int} not null,
      made_at ${int} not null,
      last_seq ${int} not null,
      report ${text} not null,
      first_taken ${int},
      last_taken ${int},
      applied ${int} not null,
      rejected ${int} not null,
      known ${int} not null,
      photos ${int} not null,
      photos_missing ${int} not null,
      ended_at ${int},
      primary key (office, id)
    ) ${end}`,
    'create index parcel_run_client on parcel_run (office, client, at)',
    // Which stores were opened on a device, by its cookie; lost once another took one's place.
    `create table device_client (
      office ${text} not null,
      device ${text} not null,
      client ${text} not null,
      account_id ${text} not null,
      since ${int} not null,
      lost_at ${int},
      told_at ${int},
      primary key (office, device, client)
    ) ${end}`,
    'create index device_client_client on device_client (office, client)',
    `create table seal_key (
      office ${text} not null,
      secret ${text} not null,
      primary key (office)
    ) ${end}`,
  ],
};
