import { sayMoment } from '../../domain/civil.ts';
import type { ReplyReceipt } from '../../protocol/reply-page.ts';

const WORDS: Readonly<Record<ReplyReceipt['what'], { title: string; next: string }>> = {
  taken: { title: '已签收', next: '请在期限前逐个问题反馈整改情况。' },
  reply: {
    title: '反馈已收到',
    next: '督查组先审核，再到现场复查；结果会显示在本页，可以随时扫码回来看。',
  },
  extension: {
    title: '延期申请已收到',
    next: '办公室答复之前，仍按现在的期限。结果会显示在本页。',
  },
};

/** 回执: what, when, and a number to be read out on the telephone. */
export function Receipt({ receipt }: { readonly receipt: ReplyReceipt }) {
  const { title, next } = WORDS[receipt.what];
  return (
    <div class="reply-note reply-ok" role="status">
      <p>
        <b>{title}</b>
      </p>
      <p>
        {sayMoment(receipt.at)} · 回执号 <b>{receipt.number}</b>
      </p>
      <p>{next}</p>
    </div>
  );
}
