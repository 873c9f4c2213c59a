/** What a tap opens over a screen or within it, for those who look at all of them. */
import type { Page } from '@playwright/test';

export interface Overlay {
  readonly name: string;
  /** The screen that it opens over. */
  readonly over: string;
  /** Resolves once it stands there. */
  open(page: Page): Promise<void>;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
const problemForm = (page: Page) => page.getByRole('region', { name: '登记问题' }).waitFor();

/** A button's dialog; in 管理 by way of the tab that it is on. */
function asked(name: string, over: string, button: string | RegExp, tab?: string): Overlay {
  return {
    name,
    over,
    async open(page) {
      if (tab) await page.getByRole('tab', { name: tab }).click();
      await press(page, button);
      await dialog(page);
    },
  };
}

/** What a button of the screen shows in place, once another button stands there. */
function within(name: string, over: string, button: string, then: string): Overlay {
  return {
    name,
    over,
    async open(page) {
      await press(page, button);
      await page.getByRole('button', { name: then }).first().waitFor();
    },
  };
}

/** A part of 管理, by a button that stands there once the office has answered. */
function part(name: string, tab: string, button: string): Overlay {
  return {
    name,
    over: 'office',
    async open(page) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('button', { name: button }).waitFor();
    },
  };
}

export const OVERLAYS: readonly Overlay[] = [
  asked('today-filter', 'today', /^筛选/),
  asked('account', 'today', '督查员一'),
  asked('ledger-export', 'desk-findings', '导出'),
  asked('ledger-views', 'desk-findings', /视图$/),
  within('ledger-more', 'desk-findings', '更多', '有退回'),
  {
    name: 'ledger-groups',
    over: 'desk-findings',
    async open(page) {
      await page.getByRole('tab', { name: '按单位' }).click();
      await page.getByRole('cell', { name: '合计' }).or(page.getByText('合计')).first().waitFor();
    },
  },
  {
    name: 'hand-off',
    over: 'handoff',
    async open(page) {
      await page.getByRole('checkbox', { name: /^选中：公益广告/ }).check();
      await press(page, '移交 1 个');
      await page.getByRole('dialog').getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'point-problem',
    over: 'point',
    async open(page) {
      await press(page, '登记问题');
      await problemForm(page);
    },
  },
  asked('inspection-unanswered', 'inspection', '完成检查'),
  {
    name: 'inspection-problem',
    over: 'inspection',
    async open(page) {
      await page.getByRole('radio', { name: '不符合', exact: true }).last().click();
      await problemForm(page);
    },
  },
  asked('finding-photo', 'finding', /^放大第/),
  within('deliver-refused', 'deliver', '拒收', '见证人签名（可不签）'),
  within('deliver-otherwise', 'deliver', '其他方式', '添加照片'),
  within('notice-receipt', 'notice-delivered', '送达回证', '送达回证'),
  within('desk-notice-telling', 'desk-notice-void', '作废告知书', '作废告知书'),
  asked('notice-sharing', 'notice', '导出与分享'),
  {
    name: 'notice-shared',
    over: 'notice',
    async open(page) {
      await press(page, '导出与分享');
      await press(page, '通知书 Word');
      await page.getByRole('button', { name: '存到本机' }).waitFor();
    },
  },
  {
    name: 'notices-zip',
    over: 'desk-notices',
    async open(page) {
      // Nobody takes a round along on a phone.
      if ((page.viewportSize()?.width ?? 0) < 960) return;
      await press(page, '打包下载');
      await dialog(page);
    },
  },
  {
    name: 'desk-finding-void',
    over: 'desk-finding',
    async open(page) {
      await press(page, '更多');
      await press(page, /^作废/);
      await page.getByRole('dialog', { name: '作废问题' }).waitFor();
    },
  },
  asked('desk-notice-voiding', 'desk-notice', /^作废$/),
  asked('desk-notice-links', 'desk-notice', '反馈链接'),
  asked('devices-recall', 'devices', /^收回/),
  asked('devices-revoke', 'devices', /^注销 督查负责人/),
  {
    name: 'register-lent',
    over: 'register',
    async open(page) {
      await page.getByText(/^在租 \d+ 号/).click();
      await page.getByRole('button', { name: /^收回/ }).first().waitFor();
    },
  },
  asked('sync-import', 'sync', '导入离线包'),
  part('office-accounts', '账号', '新建账号'),
  asked('office-account-new', 'office', '新建账号', '账号'),
  asked('office-password', 'office', /^重设/, '账号'),
  part('office-imports', '导入', '导入点位'),
  part('office-codes', '移交编码', '导入城市编码表'),
  part('office-rounds', '轮次', '开一轮督查'),
  part('office-fonts', '公文字体', '上传仿宋'),
  asked('office-font-new', 'office', '上传仿宋', '公文字体'),
  part('office-outlet', '消息外发', '生成密钥'),
  part('office-history', '历史', '复制链尾'),
  asked('office-team', 'office', /^编组/, '轮次'),
  asked('office-round-end', 'office', /^结束/, '轮次'),
  {
    name: 'office-round-new',
    over: 'office',
    async open(page) {
      await page.getByRole('tab', { name: '轮次' }).click();
      await press(page, '开一轮督查');
      await page.getByRole('button', { name: '开始这一轮' }).waitFor();
    },
  },
];

export function overlaysOver(screen: string): readonly Overlay[] {
  return OVERLAYS.filter(({ over }) => over === screen);
}
