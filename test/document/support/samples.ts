/** Papers to lay out: a notice with defaults, and the other papers of the same office. */
import type { BulletinInput } from '../../../src/document/bulletin-paper.ts';
import type {
  NoticeInput,
  PaperDelivery,
  PaperProblem,
} from '../../../src/document/notice-input.ts';
import type { PromptInput } from '../../../src/document/prompt-paper.ts';
import type { SupervisionInput } from '../../../src/document/supervision-paper.ts';
import type { UrgeInput } from '../../../src/document/urge-paper.ts';
import { instantOf } from '../../../src/domain/civil.ts';

export const ISSUED = instantOf('2026-11-23', 16);

const POINTS = [
  '金榆小区',
  '红山路（金沙路街道段）',
  '榆阳区第一农贸市场',
  '城墙遗址公园',
] as const;
const TEXTS = [
  '楼道飞线充电1处',
  '人行道护栏缺失2米，未设警示标志，存在安全隐患',
  '公益广告破损、褪色，主题景观小品积尘较多',
  '垃圾分类亭外溢满未及时清运，周边地面有污水',
  '盲道被共享单车占用3处',
] as const;

export function problemOf(over: Partial<PaperProblem> = {}): PaperProblem {
  return {
    pointId: 'YL-0174',
    pointName: '金榆小区',
    text: '楼道飞线充电1处',
    count: null,
    itemText: '无飞线充电',
    recordedAt: instantOf('2026-11-23', 10),
    photos: [],
    ...over,
  };
}

/** So many problems at four points, the first ones with so many photos in all. */
export function problemsOf(count: number, photos = 0): PaperProblem[] {
  return Array.from({ length: count }, (_, at) => {
    const point = Math.floor((at * POINTS.length) / count);
    return problemOf({
      pointId: `YL-${point}`,
      pointName: POINTS[point] ?? '',
      text: TEXTS[at % TEXTS.length] ?? '',
      count: at % 3 === 0 ? null : (at % 5) + 1,
      itemText: at % 4 === 3 ? null : '公共设施完好，无破损、无污渍，管理责任明确',
      recordedAt: instantOf('2026-11-22', 9) + at * 60_000,
      photos: Array.from(
        { length: Math.floor(((at + 1) * photos) / count) - Math.floor((at * photos) / count) },
        (_each, nth) => ({
          sha256: `photo-${at}-${nth}`,
          takenAt: instantOf('2026-11-22', 9) + at * 60_000,
          width: (at + nth) % 3 === 1 ? 1200 : 1600,
          height: (at + nth) % 3 === 1 ? 1600 : 1200,
        }),
      ),
    });
  });
}

const WORDS = {
  edition: 1,
  format: 'document',
  officeName: '榆林市精神文明创建中心',
  contact: '督查科',
  phone: '0912-0000000',
  basis: '按照全国文明城市创建工作安排',
  demand: '整改到位，并举一反三，开展同类问题排查。',
  feedback: '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。',
  unitName: '榆林市住房和城乡建设局',
} as const;

export function noticeOf(over: Partial<NoticeInput> = {}): NoticeInput {
  return {
    ...WORDS,
    roundName: '2026年第3轮',
    teamName: '第2督查组',
    number: { agency: '榆文明督', year: 2026, seq: 142 },
    keyPointsOnly: true,
    immediate: false,
    issuedAt: ISSUED,
    dueAt: instantOf('2026-11-26', 18),
    replaces: null,
    problems: problemsOf(6, 3),
    qr: 'https-is-not-needed:XD1.榆文明督〔2026〕142号.0123456789abcdef0123456789abcdef',
    standing: { kind: 'issued' },
    ...over,
  };
}

export function supervisionOf(over: Partial<SupervisionInput> = {}): SupervisionInput {
  return {
    ...WORDS,
    number: { agency: '榆文明督办', year: 2026, seq: 7 },
    notice: {
      number: { agency: '榆文明督', year: 2026, seq: 142 },
      issuedAt: ISSUED,
      dueAt: instantOf('2026-11-26', 18),
    },
    problems: problemsOf(3),
    issuedAt: instantOf('2026-11-30', 9),
    dueAt: instantOf('2026-12-03', 18),
    qr: null,
    standing: { kind: 'issued' },
    ...over,
  };
}

/** Problems of two notices, the later ones extended. */
export function owedOf(count: number) {
  return problemsOf(count).map((problem, at) => ({
    ...problem,
    noticeNumber: { agency: '榆文明督', year: 2026, seq: at < 2 ? 142 : 145 },
    dueAt: instantOf(at < 2 ? '2026-11-26' : '2026-11-27', 18),
  }));
}

export function urgeOf(over: Partial<UrgeInput> = {}): UrgeInput {
  return {
    ...WORDS,
    number: { agency: '榆文明督办', year: 2026, seq: 6 },
    numbered: true,
    problems: owedOf(3),
    issuedAt: instantOf('2026-11-30', 9),
    dueAt: instantOf('2026-12-03', 18),
    closing: '',
    qr: null,
    standing: { kind: 'issued' },
    ...over,
  };
}

export function bulletinOf(over: Partial<BulletinInput> = {}): BulletinInput {
  return {
    ...urgeOf(),
    number: { agency: '榆文明督办', year: 2026, seq: 9 },
    issuedAt: instantOf('2026-12-07', 9),
    dueAt: instantOf('2026-12-10', 18),
    former: [
      {
        name: '催办函',
        number: { agency: '榆文明督办', year: 2026, seq: 6 },
        issuedAt: instantOf('2026-11-30', 9),
      },
      {
        name: '督办通知',
        number: { agency: '榆文明督办', year: 2026, seq: 7 },
        issuedAt: instantOf('2026-12-04', 9),
      },
    ],
    ...over,
  };
}

export function promptOf(over: Partial<PromptInput> = {}): PromptInput {
  const item = {
    pointName: '金榆小区',
    text: '楼道飞线充电1处',
    noticeNumber: { agency: '榆文明督', year: 2026, seq: 142 },
    dueAt: instantOf('2026-12-02', 18),
  };
  return {
    ...WORDS,
    number: null,
    monthOf: ISSUED,
    issuedAt: instantOf('2026-11-30', 9),
    dueSoon: [item],
    overdue: [{ ...item, dueAt: instantOf('2026-11-20', 18) }],
    returned: [],
    frequent: [{ text: '盲道被共享单车占用', count: 5 }],
    qr: null,
    standing: { kind: 'issued' },
    ...over,
  };
}

export const SIGNED: PaperDelivery = {
  kind: 'signed',
  way: '直接送达',
  at: instantOf('2026-11-24', 9),
  byName: '督查员一',
  receiver: '住建局值班室',
  signature: {
    width: 300,
    height: 120,
    strokes: [
      [20, 80, 60, 20, 90, 90, 130, 30],
      [150, 60, 200, 60, 200, 100, 160, 110],
      [230, 40],
    ],
  },
  refusal: '',
  witness: '',
  witnessSignature: null,
  note: '',
};
