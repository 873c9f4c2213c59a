/** Every screen of the app, by role, for those who look at all of them. */
import type { SeededOffice } from '../../support/seed-office.ts';

export interface Screen {
  readonly name: string;
  readonly account: 'inspector1' | 'supervisor' | 'unit-u04' | 'admin' | null;
  readonly path: string;
  /** What stands there once the screen is whole. */
  readonly whole: string;
}

export function screensOf(office: SeededOffice): readonly Screen[] {
  const { waiting, openInspectionId, inspectionId, findingId, noticeId, pointCode, letters } =
    office;
  return [
    { name: 'login', account: null, path: '/login', whole: 'role=button[name="登录"]' },
    { name: 'set-up', account: null, path: '/set-up?token=0123456789012345678901234', whole: 'h1' },
    { name: 'today', account: 'inspector1', path: '/today', whole: 'a[href^="/points/"]' },
    {
      name: 'point',
      account: 'inspector1',
      path: `/points/${pointCode}`,
      whole: 'role=heading[name="历次检查"]',
    },
    {
      name: 'inspection',
      account: 'inspector1',
      path: `/inspections/${openInspectionId}`,
      whole: 'role=radiogroup',
    },
    {
      name: 'inspection-finished',
      account: 'inspector1',
      path: `/inspections/${inspectionId}`,
      whole: 'role=radiogroup',
    },
    { name: 'findings', account: 'inspector1', path: '/findings', whole: 'text=人行道地砖破损' },
    {
      name: 'finding',
      account: 'inspector1',
      path: `/findings/${findingId}`,
      whole: 'text=人行道',
    },
    {
      name: 'issue',
      account: 'inspector1',
      path: `/notices/issue?unit=${waiting.unitId}`,
      whole: 'role=checkbox',
    },
    { name: 'notices', account: 'inspector1', path: '/notices', whole: 'text=/〔\\d+〕/' },
    {
      name: 'notice',
      account: 'inspector1',
      path: `/notices/${noticeId}`,
      whole: 'text=/〔\\d+〕/',
    },
    {
      name: 'deliver',
      account: 'inspector1',
      path: `/notices/${noticeId}/deliver`,
      whole: 'role=button[name="存下送达"]',
    },
    {
      name: 'notice-delivered',
      account: 'inspector1',
      path: `/notices/${office.deliveredNoticeId}`,
      whole: 'role=img[name=/的签名$/]',
    },
    {
      name: 'verify',
      account: 'inspector1',
      path: `/verify?notice=${noticeId}`,
      whole: 'role=button[name="用摄像头扫码"]',
    },
    { name: 'map', account: 'inspector1', path: '/map', whole: '.leaflet-container' },
    { name: 'sync', account: 'inspector1', path: '/sync', whole: 'role=button[name="立即同步"]' },
    { name: 'not-found', account: 'inspector1', path: '/no-such-page', whole: 'main' },
    { name: 'desk-findings', account: 'supervisor', path: '/findings', whole: 'text=人行道地砖' },
    {
      name: 'desk-finding',
      account: 'supervisor',
      path: `/findings/${waiting.findingIds[0]}`,
      whole: 'text=经过',
    },
    {
      name: 'statement',
      account: 'supervisor',
      path: '/statements?unit=U04',
      whole: 'role=article[name="对账单"]',
    },
    { name: 'desk-notices', account: 'supervisor', path: '/notices', whole: 'text=/〔\\d+〕/' },
    {
      name: 'desk-notice',
      account: 'supervisor',
      path: `/notices/${noticeId}`,
      whole: 'role=button[name="作废"]',
    },
    {
      name: 'desk-notice-void',
      account: 'supervisor',
      path: `/notices/${office.voidedNoticeId}`,
      whole: 'text=作废',
    },
    { name: 'urge', account: 'supervisor', path: '/urge?tab=twice', whole: 'text=人行道地砖' },
    {
      name: 'urge-sent',
      account: 'supervisor',
      path: `/urge?tab=sent&id=${letters.urgeId}`,
      whole: 'text=/〔\\d+〕/',
    },
    {
      name: 'urge-monthly',
      account: 'supervisor',
      path: '/urge?tab=monthly&unit=U03',
      whole: 'role=button[name=/签发 \\d+ 份/]',
    },
    {
      name: 'letter-draft',
      account: 'supervisor',
      path: '/urge/letter?unit=U03&kind=supervise',
      whole: 'role=checkbox',
    },
    {
      name: 'letter',
      account: 'supervisor',
      path: `/letters/${letters.urgeId}`,
      whole: 'role=button[name="作废"]',
    },
    { name: 'unit-letters', account: 'unit-u04', path: '/letters', whole: 'text=/〔\\d+〕/' },
    {
      name: 'desk-redeliver',
      account: 'supervisor',
      path: `/notices/${office.deliveredNoticeId}/deliver`,
      whole: 'role=textbox[name=/更正的理由/]',
    },
    { name: 'desk-points', account: 'supervisor', path: '/today', whole: 'a[href^="/points/"]' },
    { name: 'desk-map', account: 'supervisor', path: '/map', whole: '.leaflet-container' },
    { name: 'devices', account: 'supervisor', path: '/devices', whole: 'text=督查员一' },
    {
      name: 'handoff',
      account: 'supervisor',
      path: '/handoff?tab=pick',
      whole: 'role=checkbox[name=/公益广告/]',
    },
    {
      name: 'handoff-books',
      account: 'supervisor',
      path: '/handoff?tab=books',
      whole: 'role=button[name="选回执表"]',
    },
    {
      name: 'register',
      account: 'supervisor',
      path: '/register',
      whole: '.register-table, .register-list',
    },
    { name: 'unit-notices', account: 'unit-u04', path: '/notices', whole: 'text=/〔\\d+〕/' },
    {
      name: 'unit-notice',
      account: 'unit-u04',
      path: `/notices/${office.deliveredNoticeId}`,
      whole: 'role=img[name=/的签名$/]',
    },
    { name: 'unit-answer', account: 'unit-u04', path: '/answer', whole: 'text=东侧垃圾桶' },
    {
      name: 'unit-answer-open',
      account: 'unit-u04',
      path: `/answer?id=${office.unitFindingId}`,
      whole: 'text=东侧垃圾桶',
    },
    {
      name: 'unit-finding',
      account: 'unit-u04',
      path: `/findings/${office.unitFindingId}`,
      whole: 'role=region[name="下一步"]',
    },
    {
      name: 'unit-reply',
      account: 'unit-u04',
      path: `/findings/${office.unitFindingId}/reply`,
      whole: 'role=button[name="提交反馈"]',
    },
    {
      name: 'unit-extension',
      account: 'unit-u04',
      path: `/findings/${office.unitFindingId}/extension`,
      whole: 'role=button[name="提交申请"]',
    },
    {
      name: 'desk-reply-on-paper',
      account: 'supervisor',
      path: `/findings/${office.unitFindingId}/reply`,
      whole: 'role=button[name="存下反馈"]',
    },
    { name: 'unit-findings', account: 'unit-u04', path: '/findings', whole: 'text=东侧垃圾桶' },
    { name: 'messages', account: 'unit-u04', path: '/messages', whole: 'text=新的督查通知书' },
    { name: 'office', account: 'admin', path: '/office', whole: 'role=tab' },
  ];
}
