/** 已送达, 拒收留置 or 未送达, of a notice that holds. */
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Chip } from '../../ui/chip.tsx';

export function DeliveryChip(props: { readonly notice: Pick<NoticeRow, 'state' | 'delivery'> }) {
  const { state, delivery } = props.notice;
  if (state === 'voided' && !delivery) return null;
  if (!delivery) {
    return (
      <Chip look="outlined" tone="warn" icon="clock" small>
        未送达
      </Chip>
    );
  }
  return delivery.how.kind === 'refused' ? (
    <Chip look="tinted" tone="warn" icon="triangle" small>
      拒收留置
    </Chip>
  ) : (
    <Chip look="tinted" tone="ok" icon="check" small>
      已送达
    </Chip>
  );
}
