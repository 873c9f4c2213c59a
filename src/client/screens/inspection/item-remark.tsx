/** 例数 and 备注 beside an answer: typed at once on the device, sent when the hand rests. */
import { useState } from 'preact/hooks';
import { type Answer, countsCases, MAX_NOTE } from '../../../domain/answer.ts';
import type { Remark } from '../../store/answers.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { RemarkQueue } from './remark-queue.ts';

export function ItemRemark(props: {
  readonly itemId: string;
  readonly answer: Answer;
  readonly remarks: RemarkQueue;
}) {
  const { itemId, answer, remarks } = props;
  const [shown, setShown] = useState<Remark>(() => remarks.waiting(itemId) ?? answer);
  const change = (part: Partial<Remark>) => {
    const next = { note: shown.note, count: shown.count, ...part };
    setShown(next);
    remarks.type(itemId, next);
  };
  return (
    <div class="item-remark">
      {countsCases(answer.verdict) && (
        <Stepper label="本项例数" value={shown.count} onChange={(count) => change({ count })} />
      )}
      <TextArea
        label="备注"
        rows={1}
        value={shown.note}
        maxLength={MAX_NOTE}
        onInput={(note) => change({ note })}
      />
    </div>
  );
}
