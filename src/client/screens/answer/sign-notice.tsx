/** 在线签收 by the unit's account, on the notice and among what waits for it. */
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { mayDo } from '../../../domain/role.ts';
import { MUTATIONS } from '../../../protocol/mutations/index.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import type { Session } from '../../../protocol/session.ts';
import { SignerFields } from '../../answer/answer-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { DeedDialog } from '../../ui/deed-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';

export function awaitsSigning({ role }: Session, { state, delivery }: NoticeRow): boolean {
  return state === 'issued' && delivery === null && mayDo(role, 'notice.acknowledge');
}

export function SignNotice(props: { readonly notice: NoticeRow; readonly small?: boolean }) {
  const { notice, small = false } = props;
  const { session, mutate } = useWorkplace();
  const redo = useRefused(notice.id);
  const [open, setOpen] = useState(false);
  const [signer, setSigner] = useState({ byName: session.name, duty: '', phone: '' });
  useEffect(() => {
    if (!redo) return;
    setSigner({ byName: redo.receiver, duty: redo.duty, phone: redo.phone });
    setOpen(true);
  }, [redo?.seq]);
  const name = sayNoticeName(notice.number);
  const act = async () => {
    const receiver = signer.byName.trim();
    if (receiver === '') return '请填写签收人的姓名。';
    const args = {
      id: notice.id,
      receiver,
      duty: signer.duty.trim(),
      phone: signer.phone.trim(),
    };
    const outcome = await mutate('notice.acknowledge', args, `签收 ${name}`, redo?.seq ?? null);
    return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
  };
  return (
    <>
      <Button
        kind="primary"
        size={small ? 'normal' : 'main'}
        icon="check"
        onClick={() => setOpen(true)}
      >
        签收
      </Button>
      <DeedDialog
        open={open}
        title={`签收 ${name}`}
        confirm="签收"
        onClose={() => setOpen(false)}
        act={act}
        onDone={() => {
          setOpen(false);
          toast(`${name} 已签收，存在本机`);
        }}
      >
        <p>签收表示已收到这份通知书。签收后请在期限前逐个问题反馈整改情况。</p>
        <SignerFields
          signer={signer}
          onChange={(part) => setSigner((before) => ({ ...before, ...part }))}
        />
      </DeedDialog>
    </>
  );
}

/** The refused 签收 that the address asks to say again; null for none. */
function useRefused(noticeId: string) {
  const { query } = useLocation();
  const seq = Number(query.redo ?? 0);
  const found = useLive(
    async (db) => {
      const row = await db.refused.get(seq);
      if (row?.name !== 'notice.acknowledge' || row.decision !== null) return null;
      const { data } = MUTATIONS['notice.acknowledge'].args.safeParse(row.args);
      return data?.id === noticeId ? { ...data, seq } : null;
    },
    [seq, noticeId],
  );
  return found ?? null;
}
