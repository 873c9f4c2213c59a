import type { Migration } from './migration.ts';

/** What notices are printed from, who signs them, how they were handed over, and the office's fonts. */
export const paper: Migration = {
  number: 7,
  name: 'paper',
  statements: ({ text, int, json, end }) => [
    `alter table office add column numbering ${text} not null default 'segments'`,
    `alter table office add column paper_format ${text} not null default 'document'`,
    `alter table office add column basis ${text} not null default '按照全国文明城市创建工作安排'`,
    `alter table office add column demand ${text} not null default '整改到位，并举一反三，开展同类问题排查。'`,
    `alter table office add column feedback ${text} not null default '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。'`,
    `alter table office add column address ${text} not null default ''`,
    `alter table office add column public_key ${text} not null default ''`,
    `alter table photo add column notice_id ${text} not null default ''`,
    'create index photo_notice_id on photo (office, notice_id)',
    `alter table notice add column record ${json}`,
    `alter table notice add column seal ${json}`,
    `alter table notice add column delivery ${json}`,
    `alter table notice add column replaces ${text}`,
    `create table font (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      face ${text} not null,
      sha256 ${text} not null,
      name ${text} not null,
      bytes ${int} not null,
      rank ${int} not null,
      metrics ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index font_version on font (office, version, id)',
    `create table signer (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      client_id ${text} not null,
      account_name ${text} not null,
      label ${text} not null,
      algorithm ${text} not null,
      public_key ${text} not null,
      certified_at ${int} not null,
      certificate ${text} not null,
      revoked_at ${int},
      revoke_reason ${text} not null,
      revoked_by ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index signer_version on signer (office, version, id)',
    // The office's own private key, which certifies devices and seals what no device could.
    `create table office_key (
      office ${text} not null,
      secret ${text} not null,
      primary key (office)
    ) ${end}`,
  ],
};
