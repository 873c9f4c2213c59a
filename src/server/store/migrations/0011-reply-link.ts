import type { Migration } from './migration.ts';

/** Ways in by a notice's own link or paper, and the files that units and the office send with an answer. */
export const replyLink: Migration = {
  number: 11,
  name: 'reply-link',
  statements: ({ text, int, end }) => [
    // Of a link's secret only the hash is here.
    `create table reply_link (
      office ${text} not null,
      id ${text} not null,
      notice_id ${text} not null,
      hash ${text} not null,
      made_at ${int} not null,
      made_by ${text} not null,
      made_by_name ${text} not null,
      used_at ${int},
      revoked_at ${int},
      revoked_by_name ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create unique index reply_link_hash on reply_link (office, hash)',
    'create index reply_link_notice on reply_link (office, notice_id)',
    // A notice whose QR lets nobody in any more, for good.
    `create table reply_paper (
      office ${text} not null,
      notice_id ${text} not null,
      revoked_at ${int} not null,
      revoked_by_name ${text} not null,
      primary key (office, notice_id)
    ) ${end}`,
    `create table answer_file (
      office ${text} not null,
      sha256 ${text} not null,
      type ${text} not null,
      bytes ${int} not null,
      primary key (office, sha256)
    ) ${end}`,
    // Who has sent it, photos by link included: `unit:<id>` or `office`. Nobody names in an
    // answer what others have sent. `named` once an answer that is on record names it.
    `create table answer_sent (
      office ${text} not null,
      holder ${text} not null,
      sha256 ${text} not null,
      bytes ${int} not null,
      sent_at ${int} not null,
      named ${int} not null,
      primary key (office, holder, sha256)
    ) ${end}`,
    'create index answer_sent_sha256 on answer_sent (office, sha256)',
  ],
};
