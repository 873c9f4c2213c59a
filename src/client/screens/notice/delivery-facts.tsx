/** 送达: who has it, when, how, handed over by whom, with the signature or the photo that proves it. */
import './delivery-facts.css';
import { sayMoment } from '../../../domain/civil.ts';
import { sayDeliveryWay } from '../../../domain/delivery.ts';
import { mayDo } from '../../../domain/role.ts';
import { giverOf, sayHandOver, wayOf, withDuty } from '../../../protocol/hand-over.ts';
import type { Delivery, HandOver, NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { DeliveryChip } from './delivery-chip.tsx';
import { LinksCall } from './links/links-call.tsx';
import { SignaturePicture } from './signature-picture.tsx';

export function DeliveryFacts({ notice }: { readonly notice: NoticeRow }) {
  const { session } = useWorkplace();
  const { delivery, state } = notice;
  if (state === 'voided' && !delivery) return null;
  return (
    <section class="delivery-facts" aria-labelledby="delivery-head">
      <div class="delivery-facts-head">
        <h2 id="delivery-head" class="t-strong">
          送达
        </h2>
        <DeliveryChip notice={notice} />
        {delivery && state === 'issued' && mayDo(session.role, 'notice.redeliver') && (
          <Button kind="plain" icon="edit" href={`/notices/${notice.id}/deliver`}>
            更正送达
          </Button>
        )}
        <LinksCall notice={notice} />
      </div>
      {delivery && <Entry noticeId={notice.id} delivery={delivery} />}
    </section>
  );
}

function Entry(props: { readonly noticeId: string; readonly delivery: Delivery }) {
  const { noticeId, delivery } = props;
  const { how, at, reason, earlier } = delivery;
  return (
    <>
      <dl class="facts">
        <Fact name="送达方式" value={sayDeliveryWay(wayOf(how))} />
        <Fact name={how.kind === 'refused' ? '留置时间' : '签收时间'} value={sayMoment(at)} />
        <People how={how} />
        <Fact name="送达人" value={giverOf(delivery).byName} />
        {reason !== '' && <Fact name="更正" value={`${delivery.byName}：${reason}`} />}
      </dl>
      <Proof noticeId={noticeId} how={how} />
      {earlier.length > 0 && (
        <details class="delivery-earlier">
          <summary>更正前登记的 {earlier.length} 条</summary>
          {earlier.map((entry, nth) => (
            <div key={nth}>
              <p>
                {sayMoment(entry.at)} · {entry.byName} · {sayHandOver(entry.how)}
              </p>
              <Proof noticeId={noticeId} how={entry.how} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function People({ how }: { readonly how: HandOver }) {
  if (how.kind === 'refused') {
    return (
      <>
        <Fact name="拒收事由" value={how.reason} />
        <Fact name="见证人" value={withDuty(how.witness, how.witnessDuty)} />
      </>
    );
  }
  const receiver = how.kind === 'otherwise' ? how.receiver : withDuty(how.receiver, how.duty);
  return (
    <>
      <Fact name="收件人" value={receiver} />
      {how.kind === 'online' && how.phone !== '' && <Fact name="电话" value={how.phone} />}
      {how.kind === 'otherwise' && how.note !== '' && <Fact name="备注" value={how.note} />}
    </>
  );
}

function Proof(props: { readonly noticeId: string; readonly how: HandOver }) {
  const { noticeId, how } = props;
  if (how.kind === 'otherwise') return <ReceiptPhotos noticeId={noticeId} ids={how.photoIds} />;
  if (how.kind === 'online') return null;
  const signature = how.kind === 'signed' ? how.signature : how.witnessSignature;
  if (!signature) return null;
  const who = how.kind === 'signed' ? `收件人 ${how.receiver}` : `见证人 ${how.witness}`;
  return <SignaturePicture signature={signature} label={`${who} 的签名`} />;
}

function ReceiptPhotos(props: { readonly noticeId: string; readonly ids: readonly string[] }) {
  const photos = useLive(
    (db) => db.photo.where('noticeId').equals(props.noticeId).toArray(),
    [props.noticeId],
  );
  const shown = (photos ?? []).filter(({ id, removed }) => props.ids.includes(id) && !removed);
  return <PhotoStrip photos={shown} name="回证照片" />;
}

function Fact(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
