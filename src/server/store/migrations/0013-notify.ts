import type { Migration } from './migration.ts';

/** Messages to people, and the two ways out of the office: web push and the webhook. */
export const notify: Migration = {
  number: 13,
  name: 'notify',
  statements: ({ text, int, bool, end }) => [
    // Up to which version the lines of 经过 have been told.
    `create table notify_cursor (
      office ${text} not null,
      version ${int} not null,
      primary key (office)
    ) ${end}`,
    `create table message (
      office ${text} not null,
      id ${text} not null,
      account_id ${text} not null,
      key ${text} not null,
      kind ${text} not null,
      text ${text} not null,
      link ${text} not null,
      at ${int} not null,
      read_at ${int},
      primary key (office, id)
    ) ${end}`,
    'create unique index message_key on message (office, account_id, key)',
    'create index message_account on message (office, account_id, id)',
    'create index message_unread on message (office, account_id, read_at)',
    `create table outlet (
      office ${text} not null,
      push_allowed ${bool} not null,
      hook_on ${bool} not null,
      hook_url ${text} not null,
      hook_secret ${text} not null,
      primary key (office)
    ) ${end}`,
    // What the webhook has still to be told, in order; settled ones stay for a while.
    `create table hook_item (
      office ${text} not null,
      nth ${int} not null,
      id ${text} not null,
      kind ${text} not null,
      body ${text} not null,
      made_at ${int} not null,
      state ${text} not null,
      tries ${int} not null,
      next_at ${int} not null,
      error ${text} not null,
      settled_at ${int},
      primary key (office, nth)
    ) ${end}`,
    'create unique index hook_item_id on hook_item (office, id)',
    'create index hook_item_state on hook_item (office, state, nth)',
    `create table push_key (
      office ${text} not null,
      public_key ${text} not null,
      secret ${text} not null,
      primary key (office)
    ) ${end}`,
    `create table push_device (
      office ${text} not null,
      id ${text} not null,
      account_id ${text} not null,
      endpoint ${text} not null,
      p256dh ${text} not null,
      auth ${text} not null,
      made_at ${int} not null,
      primary key (office, id)
    ) ${end}`,
    'create unique index push_device_endpoint on push_device (office, endpoint)',
    'create index push_device_account on push_device (office, account_id)',
    `create table push_item (
      office ${text} not null,
      id ${text} not null,
      device ${text} not null,
      body ${text} not null,
      made_at ${int} not null,
      tries ${int} not null,
      next_at ${int} not null,
      primary key (office, id)
    ) ${end}`,
    'create index push_item_next on push_item (office, next_at)',
    // Which jobs of a day are done.
    `create table job_day (
      office ${text} not null,
      job ${text} not null,
      day ${text} not null,
      done_at ${int} not null,
      primary key (office, job, day)
    ) ${end}`,
  ],
};
