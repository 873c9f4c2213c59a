/** Papers to be written as DOCX, with enough in them to run over several pages. */
import { pngOfInk } from '../../src/document/docx/png.ts';
import type { NoticeInput, PaperProblem } from '../../src/document/notice-input.ts';
import { instantOf } from '../../src/domain/civil.ts';

export const ISSUED = instantOf('2026-11-23', 16);

const TEXTS = [
  '楼道飞线充电1处',
  '小区东门外侧人行道铺装松动、缺失，行人通行存在安全隐患，雨天积水严重',
  '消防通道被机动车占用',
  '公益广告破损、褪色3处，未及时更换',
] as const;

export function paperInput(over: Partial<NoticeInput> = {}): NoticeInput {
  return {
    edition: 1,
    format: 'document',
    basis: '按照全国文明城市创建工作安排',
    demand: '整改到位，并举一反三，开展同类问题排查。',
    feedback: '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。',
    replaces: null,
    qr: null,
    officeName: '榆林市精神文明创建中心',
    contact: '督查科',
    phone: '0912-0000000',
    unitName: '榆林市住房和城乡建设局',
    roundName: '2026年第3轮',
    teamName: '第2督查组',
    number: { agency: '榆文明督', year: 2026, seq: 142 },
    keyPointsOnly: true,
    immediate: false,
    issuedAt: ISSUED,
    dueAt: instantOf('2026-11-26', 18),
    problems: paperProblems(1, 0),
    standing: { kind: 'issued' },
    ...over,
  };
}

/** So many problems on a third as many points, and so many photos spread over them. */
export function paperProblems(count: number, photos: number): PaperProblem[] {
  return Array.from({ length: count }, (_, nth) => ({
    pointId: `YL-${Math.floor(nth / 3)}`,
    pointName: `金榆小区${Math.floor(nth / 3) + 1}期`,
    text: TEXTS[nth % TEXTS.length] ?? '',
    count: nth % 2 === 0 ? null : 2,
    itemText: '小区内无飞线充电、无占用消防通道现象',
    recordedAt: instantOf('2026-11-23', 10) + nth,
    photos: Array.from(
      { length: Math.floor((photos * (nth + 1)) / count) - Math.floor((photos * nth) / count) },
      (_, at) => ({
        sha256: `photo-${nth}-${at}`,
        takenAt: instantOf('2026-11-23', 10),
        width: 1600,
        height: 1200,
      }),
    ),
  }));
}

/** A drawable picture for each photo of the papers, of a chequered pattern. */
export function paperPhotos(problems: readonly PaperProblem[]): Map<string, Uint8Array> {
  const photos = problems.flatMap((problem) => problem.photos);
  return new Map(
    photos.map((photo, at) => [
      photo.sha256,
      pngOfInk({
        width: 320,
        height: 240,
        dark: (x, y) => (Math.floor(x / 20) + Math.floor(y / 20) + at) % 2 === 0,
      }),
    ]),
  );
}
