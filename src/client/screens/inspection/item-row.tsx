/** One item of the checklist: what is asked, the four answers, and what an answer opens below it. */
import { useState } from 'preact/hooks';
import type { Verdict } from '../../../domain/answer.ts';
import type { FindingRow, Item } from '../../../protocol/rows/index.ts';
import type { DraftRow as Draft } from '../../store/tables.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Answers } from './answers.tsx';
import { ItemRemark } from './item-remark.tsx';
import { NaReasons } from './na-reasons.tsx';
import { Problems } from './problems.tsx';
import type { Answering } from './use-answering.ts';
import type { OpenInspection } from './use-inspection.ts';

export interface ItemRowProps {
  readonly open: OpenInspection;
  readonly item: Item;
  readonly nth: number;
  readonly readOnly: boolean;
  readonly answering: Answering;
  /** The draft whose form is open on this screen. */
  readonly openDraft: string | null;
  readonly freshDraft: string | null;
  readonly onOpenDraft: (id: string | null) => void;
  readonly onTouch: (itemId: string) => void;
}

export function ItemRow(props: ItemRowProps) {
  const { open, item, nth, readOnly, answering, onTouch } = props;
  const answer = open.inspection.answers[item.id];
  const chosen = answer?.verdict ?? null;
  const [asking, setAsking] = useState(false);
  const noted = answer !== undefined && (answer.note !== '' || answer.count !== null);
  const [remarking, setRemarking] = useState(() => answering.remarks.waiting(item.id) !== null);
  const ofItem = <T extends FindingRow | Draft>(rows: readonly T[]) =>
    rows.filter((row) => row.itemId === item.id);
  const drafts = ofItem(open.drafts);
  const findings = ofItem(open.findings);
  const troubled = chosen === 'unmet' || drafts.length > 0 || findings.length > 0;
  const choose = async (verdict: Verdict) => {
    if (verdict === 'na' && chosen !== 'na') {
      onTouch(item.id);
      setAsking(!asking);
      return;
    }
    setAsking(false);
    await answering.choose(item, verdict);
    // Not before: a frame drawn in between holds the saving up four times as long as the disk does.
    onTouch(item.id);
  };
  return (
    <li class={`item${troubled ? ' item-troubled' : ''}`} id={`item-${item.id}`}>
      <div class="item-line">
        <b class="item-nth t-list">{nth}</b>
        <div class="item-words">
          <p class="t-item">{item.text}</p>
          <p class="item-facts">
            <span>
              {item.method} · 权重 {item.weight}
            </span>
            {item.bottomLine && (
              <Chip look="outlined" tone="ink" small>
                底线项
              </Chip>
            )}
            {answer && !readOnly && (
              <button
                class="item-more"
                type="button"
                aria-expanded={remarking || noted}
                aria-label={`第 ${nth} 项例数和备注`}
                onClick={() => setRemarking(!remarking)}
              >
                <Icon name="note" size={18} />
                备注
              </button>
            )}
          </p>
        </div>
        <Answers label={item.text} chosen={chosen} readOnly={readOnly} onChoose={choose} />
      </div>
      {(asking || chosen === 'na') && !readOnly && (
        <NaReasons
          chosen={chosen === 'na' ? (answer?.reason ?? null) : null}
          onChoose={(reason) => {
            setAsking(false);
            if (answer?.reason !== reason) answering.choose(item, 'na', reason);
          }}
        />
      )}
      {answer && (remarking || noted) && !readOnly && (
        <ItemRemark
          key={answer.verdict}
          itemId={item.id}
          answer={answer}
          remarks={answering.remarks}
        />
      )}
      {answer && readOnly && (
        <Said reason={answer.reason} count={answer.count} note={answer.note} />
      )}
      <Problems {...props} item={item} drafts={drafts} findings={findings} />
    </li>
  );
}

function Said(props: {
  readonly reason: string | null;
  readonly count: number | null;
  readonly note: string;
}) {
  const said = [props.reason, props.count === null ? '' : `${props.count} 例`, props.note].filter(
    Boolean,
  );
  return said.length > 0 ? <p class="item-said">{said.join(' · ')}</p> : null;
}
