import { mayDo } from '../../../domain/role.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import type { Session } from '../../../protocol/session.ts';
import { Button } from '../../ui/button.tsx';

/** Whether 送达 is this person's next step with it. */
export function awaitsDelivery({ role }: Session, { state, delivery }: NoticeRow): boolean {
  return state === 'issued' && delivery === null && mayDo(role, 'notice.deliver');
}

export function DeliverCall({ notice }: { readonly notice: NoticeRow }) {
  return (
    <Button kind="primary" size="main" icon="edit" href={`/notices/${notice.id}/deliver`}>
      送达
    </Button>
  );
}
