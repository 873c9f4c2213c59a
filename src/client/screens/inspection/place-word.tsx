import type { Place } from '../../../protocol/rows/index.ts';
import { place as device } from '../../devices/place.ts';
import { Icon } from '../../ui/icon.tsx';

/** What is known of where the problem is; never more than a remark. */
export function PlaceWord(props: { readonly place: Place | null }) {
  const state = device.value;
  const words = props.place
    ? `已定位，误差 ${Math.max(1, Math.round(props.place.accuracy))} m`
    : state.kind === 'asking'
      ? '正在定位，不影响保存'
      : state.kind === 'failed'
        ? state.message
        : '没有位置，不影响登记';
  return (
    <span>
      <Icon name="locate" size={16} weight={2} />
      {words}
    </span>
  );
}
