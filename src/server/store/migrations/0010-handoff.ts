import type { Migration } from './migration.ts';

/** 移交数字城管: the city's own codes, what went out, and what the platform answered. */
export const handoff: Migration = {
  number: 10,
  name: 'handoff',
  statements: ({ text, int, end }) => [
    `create table city_code (
      office ${text} not null,
      code ${text} not null,
      rank ${int} not null,
      kind ${text} not null,
      major ${text} not null,
      major_name ${text} not null,
      minor ${text} not null,
      minor_name ${text} not null,
      usual_owner ${text} not null,
      retired ${int} not null,
      primary key (office, code)
    ) ${end}`,
    `create table code_mapping (
      office ${text} not null,
      source ${text} not null,
      code ${text} not null,
      primary key (office, source)
    ) ${end}`,
    // What a batch's file is made of, frozen when it went out: the same file again for good.
    `create table handoff_batch (
      office ${text} not null,
      id ${text} not null,
      made_at ${int} not null,
      by ${text} not null,
      by_name ${text} not null,
      problems ${int} not null,
      photos ${int} not null,
      record ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index handoff_batch_made_at on handoff_batch (office, made_at)',
    `create table handoff_receipt (
      office ${text} not null,
      id ${text} not null,
      digest ${text} not null,
      file_name ${text} not null,
      at ${int} not null,
      by ${text} not null,
      by_name ${text} not null,
      report ${text} not null,
      primary key (office, id)
    ) ${end}`,
    'create index handoff_receipt_at on handoff_receipt (office, at)',
    // Whether a case number stands for another problem already.
    'create index handoff_case_number on handoff (office, case_number)',
  ],
};
