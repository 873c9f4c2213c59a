/** In a list: what is not yet in the office's books says so; of the rest nothing needs to be said. */
import './stage-word.css';
import type { ThingStage } from '../store/stages.ts';
import { Icon } from './icon.tsx';

export function StageWord(props: { readonly stage: ThingStage | undefined }) {
  switch (props.stage) {
    case 'refused':
      return (
        <span class="stage-word tone-bad">
          <Icon name="cross" size={16} weight={2.4} />
          未被接受
        </span>
      );
    case 'device':
      return (
        <span class="stage-word tone-info">
          <Icon name="device" size={16} weight={2.2} />
          本机已存
        </span>
      );
    case 'photos':
      return (
        <span class="stage-word tone-info">
          <Icon name="up" size={16} weight={2.4} />
          照片待传
        </span>
      );
    default:
      return null;
  }
}
