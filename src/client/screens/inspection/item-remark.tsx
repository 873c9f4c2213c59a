/** 例数 and 备注 beside an answer: typed at once on the device, sent when the hand rests. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, MAX_NOTE } from '../../../domain/answer.ts';
import type { Item } from '../../../protocol/rows/index.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { forgetRemark, keepRemark, type Remark, recallRemark } from './kept-remark.ts';
import type { Answering } from './use-answering.ts';

const REST_MS = 500;

export function ItemRemark(props: {
  readonly inspectionId: string;
  readonly item: Item;
  readonly answer: Answer;
  readonly answering: Answering;
}) {
  const { inspectionId, item, answer, answering } = props;
  // Typed and not yet saved, e.g. before the page was killed; null while all is saved.
  const typed = useRef<Remark | null>(recallRemark(inspectionId, item.id));
  const [shown, setShown] = useState<Remark>(typed.current ?? answer);
  const latest = useRef(answering);
  latest.current = answering;
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = () => {
    clearTimeout(rest.current);
    const waiting = typed.current;
    if (!waiting) return;
    typed.current = null;
    latest.current.remark(item, waiting).then((saved) => {
      if (saved && !typed.current) forgetRemark(inspectionId, item.id);
    });
  };
  useEffect(() => {
    flush();
    return flush;
  }, []);
  const change = (part: Partial<Remark>) => {
    const next = { note: shown.note, count: shown.count, ...part };
    setShown(next);
    typed.current = next;
    keepRemark(inspectionId, item.id, next);
    clearTimeout(rest.current);
    rest.current = setTimeout(flush, REST_MS);
  };
  const counted = answer.verdict === 'mostly' || answer.verdict === 'unmet';
  return (
    <div class="item-remark">
      {counted && (
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
