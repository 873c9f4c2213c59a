/** The screens of 审核 and 复查, and what opens over them, for those who look at all of them. */
import type { Page } from '@playwright/test';
import type { AnsweredOffice } from '../../support/seed-answers.ts';
import type { Overlay } from './overlays.ts';

export interface ReviewScreen {
  readonly name: string;
  readonly account: 'inspector1' | 'supervisor';
  readonly path: string;
  /** What stands there once the screen is whole. */
  readonly whole: string;
}

/** @param office null where only the names are asked for */
export function reviewScreens(office: AnsweredOffice | null): readonly ReviewScreen[] {
  const at = (id: keyof AnsweredOffice) => String(office?.[id] ?? '');
  const [twice = ''] = office?.twiceIds ?? [];
  const desk = (name: string, path: string, whole: string): ReviewScreen => {
    return { name, account: 'supervisor', path, whole };
  };
  const field = (name: string, path: string, whole: string): ReviewScreen => {
    return { name, account: 'inspector1', path, whole };
  };
  return [
    desk('review', `/review?list=replied&id=${at('repliedId')}`, 'text=照片提示'),
    desk('review-list', '/review?list=recheck', 'text=门前占道经营'),
    desk('review-extension', `/review?list=extension&id=${at('extensionId')}`, 'text=同意延期'),
    desk('review-shelf', `/review?list=shelf&id=${at('shelvedId')}`, 'text=复核挂账'),
    desk('desk-answered', `/findings/${at('returnedId')}`, 'text=反馈与复查'),
    desk('desk-twice', `/findings/${twice}`, 'text=当场整改'),
    desk('desk-handed-off', `/findings/${at('filedId')}`, 'text=610802-1127'),
    desk('handoff-filed', '/handoff?tab=filed', 'text=610802-1127'),
    field('rechecks', '/rechecks', 'text=已受理，待复查'),
    field('recheck', `/findings/${at('acceptedId')}/recheck`, 'role=button[name="拍下"]'),
    field('fix', `/findings/${twice}/fix`, 'role=button[name="拍下"]'),
    field('field-answered', `/findings/${at('returnedId')}`, 'text=反馈与复查'),
  ];
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

function asked(name: string, over: string, ...buttons: readonly (string | RegExp)[]): Overlay {
  return {
    name,
    over,
    async open(page) {
      for (const button of buttons) await press(page, button);
      await page.getByRole('dialog').waitFor();
    },
  };
}

export const reviewOverlays: readonly Overlay[] = [
  {
    name: 'review-slider',
    over: 'review',
    async open(page) {
      await press(page, '滑动对比');
      await page.getByRole('slider').waitFor();
    },
  },
  asked('review-return', 'review', '退回整改'),
  asked('review-grant', 'review-extension', '同意延期'),
  asked('review-refuse', 'review-extension', '不同意'),
  asked('review-shelved', 'review-shelf', '复核挂账'),
  asked('finding-more', 'desk-answered', '更多'),
  asked('finding-shelve', 'desk-answered', '更多', /^挂账/),
  {
    name: 'finding-merge',
    over: 'desk-twice',
    async open(page) {
      await press(page, '更多');
      await press(page, /^合并重复/);
      await press(page, /机动车道上一处井盖丢失/);
      await page.getByRole('region', { name: '保留的问题' }).waitFor();
    },
  },
  asked('handoff-settle', 'handoff-filed', /^登记结果/),
  {
    name: 'handoff-renumber',
    over: 'handoff-filed',
    async open(page) {
      await press(page, /^登记结果/);
      await press(page, '更正案号');
      await page.getByLabel('更正的原因').waitFor();
    },
  },
  {
    name: 'recheck-failed',
    over: 'recheck',
    async open(page) {
      await press(page, '拍下');
      await page.getByRole('button', { name: '放大复查照片 1' }).waitFor();
      await press(page, /^不通过 ?退回整改/);
      await page.getByLabel('哪里没有改到位').fill('通道口仍有两辆三轮车');
    },
  },
];
