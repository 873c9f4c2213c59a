/** 送达: how a notice came into the unit's hands. One of three ways, and one button that saves it. */
import { mayDo } from '../../../domain/role.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { DeliverForm } from './deliver-form.tsx';

export function DeliverScreen({ id }: { readonly id: string }) {
  const { session } = useWorkplace();
  const read = useLive(async (db) => ({ notice: await db.notice.get(id) }), [id]);
  const back = `/notices/${id}`;
  if (!read)
    return (
      <Page title="送达" back={back}>
        {null}
      </Page>
    );
  const { notice } = read;
  const corrects = Boolean(notice?.delivery);
  const action = corrects ? 'notice.redeliver' : 'notice.deliver';
  const why = whyNot(notice, corrects, mayDo(session.role, action));
  if (!notice || why !== null) {
    return (
      <Page title="送达" back={back}>
        <Empty icon="notice" text={why ?? ''}>
          <Button kind="outlined" href={notice ? back : '/notices'}>
            {notice ? '看这份通知书' : '看通知书列表'}
          </Button>
        </Empty>
      </Page>
    );
  }
  // What is being written here stays here where another device's entry arrives meanwhile.
  return <DeliverForm key={id} notice={notice} />;
}

function whyNot(notice: NoticeRow | undefined, corrects: boolean, mayDoIt: boolean): string | null {
  if (!notice) return '本机没有这份通知书，可能还没有同步到，或者不在您的范围内。';
  if (notice.state === 'voided') return '这份通知书已作废，不再登记送达。';
  if (mayDoIt) return null;
  return corrects
    ? '这份通知书已经登记过送达，有误由督查负责人更正。'
    : '只有督查员和督查负责人可以登记送达。';
}
