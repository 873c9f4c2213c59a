/** Where one thing is on its way to the office's books; never more is said than is known. */
import { stageOf, type Thing, type ThingStage } from '../../store/stages.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useLive } from '../../ui/use-live.ts';
import { syncStatus } from '../../workplace.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly words: string;
}

const LOOKS: Readonly<Record<ThingStage, Look>> = {
  refused: { tone: 'bad', icon: 'cross', words: '未被接受，内容仍在本机' },
  device: { tone: 'info', icon: 'device', words: '已存在本机，等待上传' },
  photos: { tone: 'info', icon: 'up', words: '文字已入账，照片还在上传' },
  server: { tone: 'ok', icon: 'check', words: '服务器已入账' },
  clearable: { tone: 'ok', icon: 'check', words: '服务器已入账，本机照片可清理' },
};

const MOVING: Look = { tone: 'info', icon: 'up', words: '正在上传' };

export function CustodyOf(props: { readonly table: Thing; readonly id: string }) {
  const { table, id } = props;
  const stage = useLive((db) => stageOf(db, table, id), [table, id]);
  if (!stage) return null;
  const moving = stage === 'device' && syncStatus.value.phase === 'syncing';
  const { tone, icon, words } = moving ? MOVING : LOOKS[stage];
  return (
    <span class={`custody-of tone-${tone}`}>
      <Icon name={icon} size={18} weight={2.4} />
      {words}
      {stage === 'refused' && <a href="/sync">去同步处理</a>}
    </span>
  );
}
