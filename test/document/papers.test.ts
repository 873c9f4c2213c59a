import { describe, expect, test } from 'vitest';
import type { NoticeInput } from '../../src/document/notice-input.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { receiptPaper } from '../../src/document/receipt-paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { voidedPaper } from '../../src/document/voided-paper.ts';
import {
  ISSUED,
  noticeOf,
  problemsOf,
  promptOf,
  SIGNED,
  supervisionOf,
} from './support/samples.ts';

const body = (paper: NoticePaper) =>
  paper.body.map((paragraph) => paragraph.runs.map((run) => run.text).join(''));
const notice = (over: Partial<NoticeInput>) => body(noticePaper(noticeOf(over)));
const formOf = (paper: NoticePaper) =>
  Object.fromEntries((paper.receipt?.form ?? []).map((line) => [line.name, line.value]));

describe('a 督查通知书', () => {
  test('takes basis, demand and the way to answer from the office', () => {
    const said = notice({
      basis: '根据《创建管理办法》',
      demand: '整改完毕',
      feedback: '以书面形式反馈',
    });
    expect(said[1]).toMatch(/^根据《创建管理办法》，2026年第3轮/);
    expect(said.find((text) => text.startsWith('请对照'))).toBe(
      '请对照附件1逐项整改，于2026年11月26日18时前整改完毕。',
    );
    expect(said.at(-1)).toContain('报送我中心，以书面形式反馈。联系人');
  });

  test('reads as a sentence whatever is not set', () => {
    const bare = { basis: '', demand: '', feedback: '', contact: '', phone: '' };
    const said = notice({ ...bare, roundName: '', teamName: '', problems: problemsOf(1) });
    expect(said[1]).toBe(
      '我中心于11月22日，对你单位负责的1个重点点位进行了实地检查，共发现问题1个。现通知如下：',
    );
    expect(said.at(-1)).toBe('请在整改期限内将《整改情况反馈表》（附件2）报送我中心。');
    const noTeam = notice({ ...bare, teamName: '' })[1];
    expect(noTeam).toMatch(/^2026年第3轮实地督查中，我中心于11月22日，对你单位/);
    for (const text of said) expect(text).not.toMatch(/，，|。。|，。|^，|（）|null|undefined/);
  });

  test('that stands for a voided one says so', () => {
    const replaces = { agency: '榆文明督', year: 2026, seq: 141 };
    expect(notice({ replaces }).at(-1)).toBe('本通知书替代榆文明督〔2026〕141号，原通知书作废。');
    expect(notice({ replaces: null }).join('')).not.toContain('替代');
  });

  test('always has a blank receipt, and its QR only where it is signed', () => {
    const paper = noticePaper(noticeOf());
    expect(formOf(paper).送达时间).not.toMatch(/\d/);
    expect(paper.qr).toEqual({ text: noticeOf().qr, caption: '扫码核验' });
    expect(noticePaper(noticeOf({ qr: null })).qr).toBeNull();
  });
});

describe('a 督办通知', () => {
  test('names the notice, its day, since when it is overdue, the last term and what follows', () => {
    const paper = supervisionPaper(supervisionOf());
    const said = body(paper).join('\n');
    expect(said).toContain('于2026年11月23日向你单位签发督查通知书（榆文明督〔2026〕142号）');
    expect(said).toContain('要求于2026年11月26日18时前整改到位');
    expect(said).toContain('截至2026年11月30日，仍有3个问题逾期');
    expect(said).toContain('于2026年12月3日18时前整改到位');
    expect(said).toContain('予以通报');
    expect(paper.number).toBe('榆文明督办〔2026〕7号');
    expect(paper.annexes.map((annex) => annex.title)).toEqual(paper.enclosures);
    expect(paper.receipt).not.toBeNull();
  });

  test('of a notice without a number leaves the number out', () => {
    const notice142 = { ...supervisionOf().notice, number: null };
    const said = body(supervisionPaper(supervisionOf({ notice: notice142, number: null })));
    expect(said[1]).toContain('签发督查通知书，要求');
    expect(supervisionPaper(supervisionOf({ number: null })).number).toBe('编号待定');
  });
});

describe('a 提示函', () => {
  test('lists what there is under numbered headings, and sets no term of its own', () => {
    const paper = promptPaper(promptOf());
    const said = body(paper);
    expect(said[1]).toContain('临近期限的问题1个、超过期限的问题1个');
    expect(said.filter((text) => /^[一二三四]、/.test(text))).toEqual([
      '一、临近期限的问题',
      '二、超过期限的问题',
      '三、多次出现的问题',
    ]);
    expect(said).toContain('1.盲道被共享单车占用（5次）。');
    expect(paper.body.flatMap((each) => each.runs).some((run) => run.strong)).toBe(false);
    expect(paper.receipt).toBeNull();
    expect(paper.number).toBe('');
  });

  test('of a unit with nothing open says so', () => {
    const said = body(promptPaper(promptOf({ dueSoon: [], overdue: [], frequent: [] })));
    expect(said).toHaveLength(3);
    expect(said[1]).toContain('没有临期、超期和退回整改的问题');
  });
});

describe('an 作废告知书', () => {
  const standing = { kind: 'voided', reason: '主送单位写错。', at: ISSUED + 86_400_000 } as const;

  test('says which notice, when it was issued, why it is void and what stands for it', () => {
    const replacedBy = { agency: '榆文明督', year: 2026, seq: 143 };
    const said = body(voidedPaper({ ...noticeOf({ standing }), replacedBy })).join('\n');
    expect(said).toContain(
      '于2026年11月23日向你单位签发的《关于城区重点点位实地督查发现问题的督查通知书》',
    );
    expect(said).toContain('（榆文明督〔2026〕142号），因主送单位写错，已于2026年11月24日作废');
    expect(said).toContain('以榆文明督〔2026〕143号督查通知书为准');
  });

  test('without a successor names none, and a notice in force has none at all', () => {
    const alone = body(voidedPaper({ ...noticeOf({ standing }), replacedBy: null })).join('');
    expect(alone).not.toContain('143');
    expect(() => voidedPaper({ ...noticeOf(), replacedBy: null })).toThrow('没有作废');
  });
});

describe('a 送达回证', () => {
  test('fills itself from the delivery', () => {
    const paper = receiptPaper(noticeOf(), SIGNED);
    const form = formOf(paper);
    expect(form.送达方式).toContain('√直接送达');
    expect(form.送达方式).toContain('□留置送达');
    expect(form.送达时间).toBe('2026年11月24日9时00分');
    expect(form['收件人（签名或盖章）']).toBe('住建局值班室');
    expect(paper.receipt?.form.find((line) => line.signature)?.name).toBe('收件人（签名或盖章）');
    expect(paper.body).toEqual([]);
  });

  test('of a refusal says why and who saw it', () => {
    const refused = {
      ...SIGNED,
      kind: 'refused',
      way: '留置送达',
      receiver: '',
      signature: null,
      refusal: '认为不属于本单位职责',
      witness: '社区工作人员',
    } as const;
    const form = formOf(receiptPaper(noticeOf(), refused));
    expect(form.拒收事由).toBe('认为不属于本单位职责');
    expect(form['见证人（签名）']).toBe('社区工作人员');
    expect(form['收件人（签名或盖章）']).toBe('');
  });

  test('without a delivery is blank', () => {
    const form = formOf(receiptPaper(noticeOf(), null));
    expect(form.送达方式).not.toContain('√');
    expect(form['送达人（签名）']).toBe('');
  });
});
