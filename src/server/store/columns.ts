/**
 * One column spec a synced table: the migrations, the row schemas of the protocol
 * and this list must say the same; test/server/columns.test.ts holds them to it.
 */
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import { ANSWER_COLUMNS } from './answer-columns.ts';

export type ColumnKind = 'text' | 'int' | 'real' | 'bool' | 'json';

/** A `?` marks a column that may be null. */
type Spec = ColumnKind | `${ColumnKind}?`;
type Specs = { [T in TableName]: { readonly [F in keyof RowOf[T]]: Spec } };

export const COLUMNS: Specs = {
  office: {
    id: 'text',
    name: 'text',
    agency: 'text',
    contact: 'text',
    phone: 'text',
    closeHour: 'int',
    tileUrl: 'text?',
    tileAttribution: 'text',
    numbering: 'text',
    letterAgency: 'text',
    monthlyAgency: 'text',
    soonDays: 'int',
    paperFormat: 'text',
    basis: 'text',
    demand: 'text',
    feedback: 'text',
    address: 'text',
    publicKey: 'text',
    sample: 'bool',
  },
  calendar: { id: 'text', holidays: 'json', workdays: 'json' },
  unit: { id: 'text', name: 'text', shortName: 'text', kind: 'text', duties: 'text' },
  checklist: { id: 'text', category: 'text', name: 'text', edition: 'int', items: 'json' },
  point: {
    id: 'text',
    name: 'text',
    category: 'text',
    categoryName: 'text',
    address: 'text',
    streetId: 'text',
    territoryId: 'text',
    sectorId: 'text',
    lon: 'real',
    lat: 'real',
    kind: 'text',
    realName: 'bool',
    initials: 'text',
  },
  round: { id: 'text', name: 'text', starts: 'text', ends: 'text', state: 'text', ruleSet: 'text' },
  team: { id: 'text', roundId: 'text', name: 'text', memberIds: 'json', pointIds: 'json' },
  inspection: {
    id: 'text',
    roundId: 'text',
    teamId: 'text',
    pointId: 'text',
    checklistId: 'text',
    by: 'text',
    byName: 'text',
    startedAt: 'int',
    finishedAt: 'int?',
    answers: 'json',
  },
  finding: {
    id: 'text',
    roundId: 'text',
    teamId: 'text',
    pointId: 'text',
    pointName: 'text',
    inspectionId: 'text?',
    itemId: 'text?',
    text: 'text',
    count: 'int?',
    unitId: 'text',
    deadline: 'json',
    state: 'text',
    noticeId: 'text?',
    dueAt: 'int?',
    rework: 'int',
    photoCount: 'int',
    repliedAt: 'int?',
    acceptedAt: 'int?',
    closedAt: 'int?',
    closing: 'text?',
    shelf: 'json?',
    mergedInto: 'text?',
    extensionId: 'text?',
    urge: 'json?',
    place: 'json?',
    by: 'text',
    byName: 'text',
    recordedAt: 'int',
    changedAt: 'int',
  },
  photo: {
    id: 'text',
    findingId: 'text',
    noticeId: 'text',
    unitId: 'text',
    sha256: 'text',
    bytes: 'int',
    width: 'int',
    height: 'int',
    takenAt: 'int',
    timed: 'bool',
    place: 'json?',
    stage: 'text',
    ofId: 'text',
    phash: 'text',
    arrived: 'bool',
    removed: 'bool',
  },
  notice: {
    id: 'text',
    roundId: 'text',
    teamId: 'text',
    unitId: 'text',
    unitName: 'text',
    number: 'json?',
    findingIds: 'json',
    deadline: 'json',
    dueAt: 'int',
    issuedAt: 'int',
    by: 'text',
    byName: 'text',
    state: 'text',
    voidReason: 'text',
    voidedAt: 'int?',
    record: 'json?',
    seal: 'json?',
    delivery: 'json?',
    replaces: 'text?',
  },
  event: {
    id: 'text',
    subject: 'text',
    subjectId: 'text',
    unitId: 'text',
    kind: 'text',
    detail: 'text',
    at: 'int',
    by: 'text',
    byName: 'text',
  },
  font: {
    id: 'text',
    face: 'text',
    sha256: 'text',
    name: 'text',
    bytes: 'int',
    rank: 'int',
    metrics: 'text',
  },
  signer: {
    id: 'text',
    clientId: 'text',
    accountName: 'text',
    label: 'text',
    algorithm: 'text',
    publicKey: 'text',
    certifiedAt: 'int',
    certificate: 'text',
    revokedAt: 'int?',
    revokeReason: 'text',
    revokedBy: 'text',
  },
  ...ANSWER_COLUMNS,
};

/**
 * Tables whose rows a unit may see only once a notice has carried them: their
 * column `shown_to` holds that unit, or '' while the office alone sees the row.
 */
export const SHOWN_TABLES = ['finding', 'photo', 'event'] as const satisfies readonly TableName[];

export function hasShownTo(table: TableName): boolean {
  return SHOWN_TABLES.some((shown) => shown === table);
}

/**
 * Tables that administrators alone change, and every deed reads. `city_head` of
 * the office says when one of them last did.
 */
export const CITY_TABLES = [
  'office',
  'calendar',
  'unit',
  'checklist',
  'point',
  'round',
  'team',
] as const satisfies readonly TableName[];

export function isCity(table: TableName): boolean {
  return CITY_TABLES.some((city) => city === table);
}

export interface Column {
  readonly field: string;
  readonly column: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

/** The columns of a table, in the spec's order. */
export function columnsOf(table: TableName): readonly Column[] {
  return Object.entries<Spec>(COLUMNS[table]).map(([field, spec]) => {
    const nullable = spec.endsWith('?');
    return { field, column: columnName(field), kind: kindOf(spec), nullable };
  });
}

/** `roundId` → `round_id`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function kindOf(spec: Spec): ColumnKind {
  if (spec.startsWith('text')) return 'text';
  if (spec.startsWith('int')) return 'int';
  if (spec.startsWith('real')) return 'real';
  return spec.startsWith('bool') ? 'bool' : 'json';
}
