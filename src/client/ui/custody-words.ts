/** The one true sentence of the custody light. Green only where everything has its receipt. */
import { sayClock } from '../../domain/civil.ts';
import type { SyncStatus } from '../sync/status.ts';
import type { IconName } from './icon.tsx';
import type { Tone } from './tone.ts';
import { type Holdings, onTheLine } from './use-custody.ts';

export interface LightWords {
  readonly tone: Tone;
  readonly icon: IconName;
  /** The lamp is a filled disc only when all is done. */
  readonly filled: boolean;
  readonly first: string;
  readonly second: string;
  /** The phone's shorter lines; the numbers stay. */
  readonly shortFirst: string;
  readonly shortSecond: string;
}

export function lightWords(held: Holdings, status: SyncStatus): LightWords {
  const { saved, waiting, accepted, refused, drafts } = held;
  const stored = `本机已存 ${saved} 条`;
  const counted = `服务器已入账 ${accepted}`;
  const short = { shortFirst: `已存 ${saved} 条`, shortSecond: `已入账 ${accepted}` };
  const plain = { filled: false, first: stored, ...short };
  if (status.phase === 'signed-out') {
    return {
      ...plain,
      tone: 'warn',
      icon: 'lock',
      first: '需要重新登录',
      second: `${stored}，没有丢`,
      shortFirst: '需要重新登录',
      shortSecond: `已存 ${saved}，没有丢`,
    };
  }
  if (refused > 0) {
    return {
      ...plain,
      tone: 'bad',
      icon: 'cross',
      first: `${refused} 条未被接受`,
      second: `本机已存 ${saved} · 已入账 ${accepted}`,
      shortFirst: `${refused} 条未被接受`,
      shortSecond: `${saved} · 已入账 ${accepted}`,
    };
  }
  if (held.allAccepted) return settled(held, status, short);
  if (status.phase === 'stopped') {
    return { ...plain, tone: 'warn', icon: 'warning', second: `同步已暂停 · ${counted}` };
  }
  if (status.phase === 'offline') {
    return { ...plain, tone: 'na', icon: 'clock', second: `没有网络 · ${counted}` };
  }
  if (status.phase === 'syncing' || status.phase === 'photos') {
    return {
      ...plain,
      tone: 'info',
      icon: 'up',
      second: `上传中 ${onTheLine(held, status)} · ${counted}`,
    };
  }
  const late = status.failure ? '上传未成，稍后重试' : `等待 ${waiting}`;
  return {
    ...plain,
    tone: drafts > 0 ? 'na' : 'info',
    icon: 'clock',
    second: `${late} · ${counted}`,
  };
}

function settled(
  held: Holdings,
  status: SyncStatus,
  short: Pick<LightWords, 'shortFirst' | 'shortSecond'>,
): LightWords {
  if (held.drafts > 0) {
    return {
      ...short,
      tone: 'na',
      icon: 'edit',
      filled: false,
      first: `${held.drafts} 条问题未保存`,
      second: held.saved > 0 ? `其余 ${held.saved} 条已全部入账` : '写好后请保存问题',
      shortFirst: `${held.drafts} 条未保存`,
    };
  }
  const clock = status.lastContact === null ? '' : ` · ${sayClock(status.lastContact)}`;
  return {
    tone: 'ok',
    icon: 'check',
    filled: true,
    first: '全部入账',
    second: held.saved > 0 ? `可交回平板${clock}` : `本机无待传${clock}`,
    shortFirst: '全部入账',
    shortSecond: held.saved > 0 ? '可交回平板' : '本机无待传',
  };
}
