/** In a list: what is not yet in the office's books says so; of the rest nothing needs to be said. */
import './stage-word.css';
import type { ThingStage } from '../store/stages.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: string;
}

const LOOKS: Readonly<Partial<Record<ThingStage, Look>>> = {
  refused: { tone: 'bad', icon: 'cross', word: '未被接受' },
  device: { tone: 'info', icon: 'device', word: '本机已存' },
  photos: { tone: 'info', icon: 'up', word: '照片待传' },
};

export function StageWord(props: { readonly stage: ThingStage | undefined }) {
  const look = props.stage && LOOKS[props.stage];
  return look ? (
    <span class={`stage-word tone-${look.tone}`}>
      <Icon name={look.icon} size={16} weight={2.4} />
      {look.word}
    </span>
  ) : null;
}
