/** 签收, by the unit itself; and the receipt that says so. */
import { useState } from 'preact/hooks';
import { ReplyReceipt, type ReplyView } from '../../protocol/reply-page.ts';
import { SignerFields } from '../answer/answer-fields.tsx';
import { Button } from '../ui/button.tsx';
import type { Office } from './office.ts';
import { Receipt } from './receipt.tsx';
import { keepSigner, recallSigner } from './signer.ts';

export function SignCard(props: {
  readonly view: ReplyView;
  readonly office: Office;
  readonly onDone: () => Promise<void>;
}) {
  const { view, office, onDone } = props;
  const [signer, setSigner] = useState(() => recallSigner(view.noticeId));
  const [receipt, setReceipt] = useState<ReplyReceipt | null>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    const byName = signer.byName.trim();
    setTrouble(byName === '' ? '请填写签收人的姓名。' : '');
    if (byName === '' || busy) return;
    setBusy(true);
    const said = { byName, duty: signer.duty.trim(), phone: signer.phone.trim() };
    keepSigner(view.noticeId, said);
    const answer = await office.ask('/api/reply/sign', ReplyReceipt, said);
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    setReceipt(answer.value);
    await onDone();
  };
  if (receipt) return <Receipt receipt={receipt} />;
  if (view.taken) return null;
  return (
    <section class="reply-card" aria-labelledby="sign-head">
      <h2 id="sign-head">签收</h2>
      <p>签收表示已收到这份通知书。签收后请在期限前逐个问题反馈整改情况。</p>
      <SignerFields
        folded
        signer={signer}
        onChange={(part) => setSigner((before) => ({ ...before, ...part }))}
      />
      {trouble !== '' && (
        <p class="reply-trouble" role="alert">
          {trouble}
        </p>
      )}
      <Button kind="primary" size="main" wide disabled={busy} onClick={() => void sign()}>
        {busy ? '正在签收…' : '签收'}
      </Button>
    </section>
  );
}
