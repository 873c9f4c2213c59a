/** 其他方式: by post, electronically, or signed on paper; a photo of the receipt proves it. */
import type { OtherWay } from '../../../domain/delivery.ts';
import { MAX_RECEIPT_PHOTOS } from '../../../protocol/rows/delivery.ts';
import { dropReceiptPhotos } from '../../store/deliver.ts';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ProblemPhotos } from '../inspection/problem-photos.tsx';
import { useAddPhotos } from '../inspection/use-add-photos.ts';
import { MomentField } from './moment-field.tsx';
import type { Drafting } from './use-delivery-draft.ts';

const WAYS: readonly { readonly value: OtherWay; readonly label: string }[] = [
  { value: 'paper', label: '纸质签收' },
  { value: 'post', label: '邮寄' },
  { value: 'electronic', label: '电子' },
];

export function OtherwisePart(props: {
  readonly drafting: Drafting;
  readonly unitName: string;
  /** Then the time is asked for above. */
  readonly corrects: boolean;
}) {
  const { drafting, unitName, corrects } = props;
  const { draft, current, change } = drafting;
  const { db, now } = useWorkplace();
  const sent = useLive(
    (store) => store.photo.bulkGet(draft.photos.map(({ id }) => id)),
    [draft.photos],
  );
  const adding = useAddPhotos(
    `送达回证 ${unitName}`,
    () => ({ photos: current().photos, place: null }),
    (photo) => change({ photos: [...current().photos, photo] }),
    { photos: MAX_RECEIPT_PHOTOS, word: '一份回证' },
  );
  const remove = (id: string) => {
    const photo = current().photos.find((one) => one.id === id);
    change({ photos: current().photos.filter((one) => one.id !== id) });
    const known = sent?.some((row) => row?.id === id);
    if (photo && !known) {
      dropReceiptPhotos(db, [photo.sha256]).catch((error: unknown) =>
        console.warn('不要的照片还在本机', error),
      );
    }
  };
  return (
    <>
      <Segmented
        label="方式"
        value={draft.way}
        options={WAYS}
        onChange={(value) => {
          const way = WAYS.find((one) => one.value === value);
          if (way) change({ way: way.value });
        }}
      />
      <div class="deliver-pair">
        <Field
          label="收件人姓名"
          value={draft.receiver}
          maxLength={60}
          autocomplete="off"
          onInput={(receiver) => change({ receiver })}
        />
        {!corrects && <MomentField at={draft.at} now={now()} onChange={(at) => change({ at })} />}
      </div>
      <ProblemPhotos draft={draft} adding={adding} name="回证照片" onRemove={remove} />
      <TextArea
        label="备注（可不填）"
        value={draft.note}
        rows={2}
        maxLength={300}
        placeholder="例如：快递单号、邮箱、传真号"
        onInput={(note) => change({ note })}
      />
    </>
  );
}
