import type { Migration } from './migration.ts';

/** The office, its calendar and units, and what is inspected. */
export const city: Migration = {
  number: 1,
  name: 'city',
  statements: ({ text, int, real, bool, json, end }) => [
    `create table office (
      id ${text} not null primary key,
      version ${int} not null,
      head ${int} not null default 0,
      city_head ${int} not null default 0,
      epoch ${text} not null default '',
      name ${text} not null,
      agency ${text} not null,
      contact ${text} not null,
      phone ${text} not null,
      close_hour ${int} not null,
      tile_url ${text},
      tile_attribution ${text} not null,
      sample ${bool} not null
    ) ${end}`,
    `create table calendar (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      holidays ${json} not null,
      workdays ${json} not null,
      primary key (office, id)
    ) ${end}`,
    'create index calendar_version on calendar (office, version, id)',
    `create table unit (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      name ${text} not null,
      short_name ${text} not null,
      kind ${text} not null,
      duties ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index unit_version on unit (office, version, id)',
    `create table checklist (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      category ${text} not null,
      name ${text} not null,
      edition ${int} not null,
      items ${json} not null,
      primary key (office, id)
    ) ${end}`,
    'create index checklist_version on checklist (office, version, id)',
    'create index checklist_category on checklist (office, category)',
    // `drawn` is 1 once a group walks the point: an unlisted one is sent to devices only then.
    `create table point (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      name ${text} not null,
      category ${text} not null,
      category_name ${text} not null,
      address ${text} not null,
      street_id ${text} not null,
      territory_id ${text} not null,
      sector_id ${text} not null,
      lon ${real} not null,
      lat ${real} not null,
      kind ${text} not null,
      real_name ${bool} not null,
      initials ${text} not null,
      drawn ${bool} not null default 0,
      primary key (office, id)
    ) ${end}`,
    'create index point_version on point (office, version, id)',
    `create table round (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      name ${text} not null,
      starts ${text} not null,
      ends ${text} not null,
      state ${text} not null,
      rule_set ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index round_version on round (office, version, id)',
    `create table team (
      office ${text} not null,
      id ${text} not null,
      version ${int} not null,
      round_id ${text} not null,
      name ${text} not null,
      member_ids ${json} not null,
      point_ids ${json} not null,
      primary key (office, id)
    ) ${end}`,
    'create index team_version on team (office, version, id)',
    'create index team_round_id on team (office, round_id)',
  ],
};
