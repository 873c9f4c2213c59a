import type { Role } from '../../domain/role.ts';
import type { IconName } from './icon.tsx';

export interface NavItem {
  readonly href: string;
  /** On the rail and the bottom bar. */
  readonly word: string;
  /** On the desk's wide rail. */
  readonly words: string;
  readonly icon: IconName;
  /** Paths below which it is the current one. */
  readonly under: readonly string[];
  /** Left out of the phone's bar, which has little room; the light leads to 同步. */
  readonly phone: boolean;
}

const TODAY: NavItem = {
  href: '/today',
  word: '今日',
  words: '今日',
  icon: 'today',
  under: ['/today', '/points', '/inspections'],
  phone: true,
};
const MAP: NavItem = {
  href: '/map',
  word: '地图',
  words: '地图',
  icon: 'map',
  under: ['/map'],
  phone: true,
};
const FINDINGS: NavItem = {
  href: '/findings',
  word: '问题',
  words: '问题',
  icon: 'flag',
  under: ['/findings', '/rechecks'],
  phone: true,
};
const NOTICES: NavItem = {
  href: '/notices',
  word: '通知书',
  words: '通知书',
  icon: 'notice',
  under: ['/notices', '/verify'],
  phone: true,
};
const SYNC: NavItem = {
  href: '/sync',
  word: '同步',
  words: '同步',
  icon: 'sync',
  under: ['/sync'],
  phone: true,
};
const REVIEW: NavItem = {
  href: '/review',
  word: '审核',
  words: '审核',
  icon: 'stamp',
  under: ['/review'],
  phone: true,
};
const DEVICES: NavItem = {
  href: '/devices',
  word: '设备',
  words: '设备',
  icon: 'device',
  under: ['/devices'],
  phone: true,
};
const REGISTER: NavItem = {
  href: '/register',
  word: '登记簿',
  words: '发文登记簿',
  icon: 'book',
  under: ['/register'],
  phone: false,
};
const HANDOFF: NavItem = {
  href: '/handoff',
  word: '移交',
  words: '移交城管',
  icon: 'export',
  under: ['/handoff'],
  phone: false,
};
const OFFICE: NavItem = {
  href: '/office',
  word: '管理',
  words: '管理',
  icon: 'settings',
  under: ['/office'],
  phone: true,
};

/** Of a unit: what it has to do. */
const ANSWER: NavItem = {
  ...TODAY,
  href: '/answer',
  word: '待办',
  words: '待办',
  under: ['/answer'],
};

const URGE: NavItem = {
  href: '/urge',
  word: '催办',
  words: '催办督办',
  icon: 'clock',
  under: ['/urge', '/letters'],
  phone: true,
};

/** Where the phone's bar has no room for it, the person's own item bears the number and leads to it. */
const MESSAGES: NavItem = {
  href: '/messages',
  word: '消息',
  words: '消息',
  icon: 'bell',
  under: ['/messages'],
  phone: false,
};

const LEDGER: NavItem = { ...FINDINGS, words: '问题台账', icon: 'ledger' };
const ROUND: NavItem = { ...TODAY, word: '点位', words: '轮次与点位' };
const DESK_SYNC: NavItem = { ...SYNC, phone: false };

const ITEMS: Readonly<Record<Role, readonly NavItem[]>> = {
  inspector: [TODAY, MAP, FINDINGS, NOTICES, SYNC, MESSAGES],
  supervisor: [
    REVIEW,
    LEDGER,
    NOTICES,
    URGE,
    HANDOFF,
    REGISTER,
    ROUND,
    MAP,
    DEVICES,
    DESK_SYNC,
    MESSAGES,
  ],
  unit: [
    ANSWER,
    { ...NOTICES, under: [...NOTICES.under, '/letters'] },
    FINDINGS,
    SYNC,
    { ...MESSAGES, phone: true },
  ],
  admin: [
    OFFICE,
    { ...LEDGER, phone: false },
    NOTICES,
    { ...URGE, phone: false },
    REGISTER,
    ROUND,
    MAP,
    DEVICES,
    DESK_SYNC,
    MESSAGES,
  ],
};

const HOMES: Readonly<Record<Role, string>> = {
  inspector: '/today',
  supervisor: '/findings',
  unit: '/answer',
  admin: '/office',
};

export function navItems(role: Role): readonly NavItem[] {
  return ITEMS[role];
}

/** Where `/` leads. */
export function homeOf(role: Role): string {
  return HOMES[role];
}
