import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { qrOf, sayNoQr } from '../../../protocol/seal-payload.ts';

/** Whether the paper bears a QR, and the way to see what one in hand is worth. */
export function SealLine({ notice }: { readonly notice: NoticeRow }) {
  const lacking = sayNoQr(notice);
  if (lacking !== null) return <>{lacking}</>;
  if (qrOf(notice) === null) return <>这份通知书没有核验码</>;
  return <a href={`/verify?notice=${notice.id}`}>扫码核验手里的这一份</a>;
}
