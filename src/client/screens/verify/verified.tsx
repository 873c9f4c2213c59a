import { useEffect, useState } from 'preact/hooks';
import { sayMoment } from '../../../domain/civil.ts';
import { judgement } from '../../../domain/seal-verdict.ts';
import type { OfficeRow } from '../../../protocol/rows/index.ts';
import { encodeSeal, VERIFY_PATH } from '../../../protocol/seal-payload.ts';
import { type JudgedHere, judgeHere } from '../../seal/judge-here.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { SealFactList, VerdictCard } from '../../ui/verdict-card.tsx';
import { syncStatus } from '../../workplace.ts';

type Compared = 'same' | 'different' | null;

/** What this device says of one QR, what it can't know, and where more is known. */
export function Verified(props: {
  readonly office: OfficeRow;
  readonly scanned: string;
  readonly inHand: string | null;
}) {
  const { office, scanned, inHand } = props;
  const { db } = useWorkplace();
  const [judged, setJudged] = useState<JudgedHere | null>(null);
  const [trouble, setTrouble] = useState(false);
  const [compared, setCompared] = useState<Compared>(null);
  useEffect(() => {
    judgeHere(db, office, { scanned, inHand }).then(setJudged, (error: unknown) => {
      console.warn('没有核验成', error);
      setTrouble(true);
    });
  }, [db, office, scanned, inHand]);
  if (trouble) return <p role="alert">本机没有核验成，请再扫一次。</p>;
  if (!judged) return null;
  const { payload } = judged;
  const genuine = judged.judgement?.verdict === 'genuine';
  const shown = genuine && compared === 'different' ? judgement('copied') : judged.judgement;
  return (
    <div class="verify-result">
      {shown ? (
        <VerdictCard judgement={shown} more={sayMore(judged)} />
      ) : (
        <p class="verdict verdict-warn" role="alert">
          本机的浏览器不能验证签名（没有用 https 打开，或版本太旧）。请联网核验。
        </p>
      )}
      {payload && (
        <section class="verify-card" aria-label="核验码上写的">
          <SealFactList facts={payload} />
          {genuine && inHand === null && (
            <div class="verify-compare" role="group" aria-label="这四项与纸上一致吗">
              <p class="t-strong">这四项与纸上一致吗？</p>
              <Button
                kind="outlined"
                pressed={compared === 'same'}
                onClick={() => setCompared('same')}
              >
                一致
              </Button>
              <Button
                kind="outlined"
                pressed={compared === 'different'}
                onClick={() => setCompared('different')}
              >
                不一致
              </Button>
            </div>
          )}
          {compared === 'same' && genuine && <p role="status">那么手里的就是这一份。</p>}
          {judged.notice && (
            <Button kind="plain" icon="notice" href={`/notices/${judged.notice.id}`}>
              看本机的这份通知书
            </Button>
          )}
        </section>
      )}
      <p class="verify-limits">{sayLimits(judged)}</p>
      {payload && (
        <a
          class="button button-outlined button-normal"
          href={`${VERIFY_PATH}#${encodeSeal(payload)}`}
          target="_blank"
          rel="noreferrer"
        >
          联网核验，可比对 PDF 文件
        </a>
      )}
    </div>
  );
}

function sayMore({ judgement: judged, notice, revokedAt }: JudgedHere): string {
  if (judged?.verdict === 'voided' && notice) {
    const when = notice.voidedAt === null ? '' : `${sayMoment(notice.voidedAt)} 作废。`;
    return `${when}理由：${notice.voidReason}。`;
  }
  if (judged?.verdict === 'revoked' && revokedAt !== null) return `${sayMoment(revokedAt)} 注销。`;
  return '';
}

/** Without the network a device knows the books of its last contact, and those in its own sight alone. */
function sayLimits({ judgement: judged }: JudgedHere): string {
  const { lastContact } = syncStatus.value;
  const when = lastContact === null ? '还没有同步过' : `${sayMoment(lastContact)} 同步到的登记簿`;
  const later = '之后的作废和注销，本机还不知道。';
  return judged?.reason === 'unbooked'
    ? `按本机${when}核验。本机只有您范围内的通知书；别的单位的、刚签发的，联网才查得到。`
    : `按本机${when}核验。${later}`;
}
