/**
 * Makes the record that a notice is printed from out of the rows as they stand.
 * Both sides may make it: the tablet when it issues, the office where a tablet did not.
 */
import type { NoticeNumber } from '../domain/notice-number.ts';
import { itemTextOf } from './item-text.ts';
import type { FindingRow, OfficeRow, PhotoRow } from './rows/index.ts';
import type { FaceFonts, NoticeRecord } from './rows/notice-record.ts';
import type { Tx } from './tx.ts';

/** What is decided of a notice before its paper is made. */
export interface PaperChoice {
  readonly edition: number;
  /** Of the box; the office's own go before them. */
  readonly fonts: FaceFonts;
  readonly office: OfficeRow;
  /** Where this device reaches the office: the QR leads there unless the office says otherwise. */
  readonly origin: string;
  readonly roundId: string;
  readonly unitName: string;
  readonly findingIds: readonly string[];
  readonly immediate: boolean;
  readonly issuedAt: number;
  readonly dueAt: number;
  readonly replaces: NoticeNumber | null;
}

export async function recordNotice(
  tx: Pick<Tx, 'get' | 'list' | 'all'>,
  choice: PaperChoice,
): Promise<NoticeRecord> {
  const { office, edition, unitName, immediate, issuedAt, dueAt, replaces } = choice;
  const ids = [...new Set(choice.findingIds)];
  const found = await Promise.all(ids.map((id) => tx.get('finding', id)));
  const findings = found.flatMap((finding) => finding ?? []);
  const problems = await Promise.all(findings.map((finding) => problemOf(tx, finding)));
  const teams = await Promise.all(unique(findings, 'teamId').map((id) => tx.get('team', id)));
  const points = await Promise.all(unique(findings, 'pointId').map((id) => tx.get('point', id)));
  const round = await tx.get('round', choice.roundId);
  return {
    edition,
    format: office.paperFormat,
    fonts: fontsInForce(await tx.all('font'), choice.fonts),
    officeName: office.name,
    contact: office.contact,
    phone: office.phone,
    basis: office.basis,
    demand: office.demand,
    feedback: office.feedback,
    address: office.address === '' ? choice.origin : office.address,
    unitName,
    roundName: round?.name ?? '',
    teamName: teams
      .flatMap((team) => team?.name ?? [])
      .sort(byNumber)
      .join('、')
      .slice(0, MAX_TEAM_NAMES),
    keyPointsOnly: points.every((point) => point?.kind === 'key'),
    immediate,
    issuedAt,
    dueAt,
    replaces,
    problems,
  };
}

const MAX_TEAM_NAMES = 300;

/** 第2组 before 第10组. Not `localeCompare`: two devices must agree on the order. */
function byNumber(a: string, b: string): number {
  const [x, y] = [Number(/\d+/.exec(a)?.[0] ?? 0), Number(/\d+/.exec(b)?.[0] ?? 0)];
  if (x !== y) return x - y;
  return a < b ? -1 : Number(a > b);
}

function unique(findings: readonly FindingRow[], field: 'teamId' | 'pointId'): string[] {
  return [...new Set(findings.map((finding) => finding[field]))];
}

type Fonts = { face: keyof FaceFonts; sha256: string; rank: number }[];

/** The office's own fonts by their rank, then those of the box. */
export function fontsInForce(own: Readonly<Fonts>, box: FaceFonts): FaceFonts {
  const ranked = own.filter((font) => font.rank >= 0).sort((a, b) => a.rank - b.rank);
  const of = (face: keyof FaceFonts) => [
    ...ranked.filter((font) => font.face === face).map((font) => font.sha256),
    ...box[face],
  ];
  return {
    xiaobiaosong: of('xiaobiaosong'),
    fangsong: of('fangsong'),
    kaiti: of('kaiti'),
    heiti: of('heiti'),
    songti: of('songti'),
  };
}

async function problemOf(tx: Pick<Tx, 'get' | 'list'>, finding: FindingRow) {
  const photos = await tx.list('photo', 'findingId', finding.id);
  return {
    findingId: finding.id,
    pointId: finding.pointId,
    pointName: finding.pointName,
    text: finding.text,
    count: finding.count,
    itemText: await itemTextOf(tx, finding),
    recordedAt: finding.recordedAt,
    photos: photos
      .filter((photo) => !photo.removed && photo.stage === 'found')
      .sort(asTaken)
      .map(({ sha256, takenAt, width, height }) => ({ sha256, takenAt, width, height })),
  };
}

function asTaken(a: PhotoRow, b: PhotoRow): number {
  return a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1);
}
