import type { ReceiptCounts } from '../../../protocol/handoff.ts';

/** Every problem of the table stands in exactly one of the three: the sum says so. */
export function ReceiptCountsLine({ counts }: { readonly counts: ReceiptCounts }) {
  const { matched, unknown, contradicted, undecided } = counts;
  return (
    <p class="receipt-counts">
      {matched + unknown + contradicted} 个问题 = 相符 <b>{matched}</b> + 不认识 <b>{unknown}</b> +
      有矛盾 <b>{contradicted}</b>
      {undecided > 0 && `；有矛盾的先不办，待决定 ${undecided} 个`}
    </p>
  );
}
