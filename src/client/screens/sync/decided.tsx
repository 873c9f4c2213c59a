/** What the person decided on: 已放弃 with who, when and why, and what was sent again. All of it stays. */
import './decided.css';
import { sayMoment } from '../../../domain/civil.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { saveFile } from '../../rescue/hand-over.ts';
import { refusedFile } from '../../rescue/refused-file.ts';
import { takeBack } from '../../store/decisions.ts';
import { DECISION_WORDS, type DecidedRow } from '../../store/refused.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { sayDeed } from './say-deed.ts';

export function Decided(props: { readonly rows: readonly DecidedRow[] }) {
  const given = props.rows.filter(({ decision }) => decision.how === 'given-up');
  const again = props.rows.filter(({ decision }) => decision.how !== 'given-up');
  return (
    <>
      <List name="已放弃" word="不再上传，内容仍在本机；办公室看得到放弃的理由" rows={given} />
      <List name="已重交" word="重试或修改后作为新的一条上传，原来的内容留底" rows={again} />
    </>
  );
}

function List(props: {
  readonly name: string;
  readonly word: string;
  readonly rows: readonly DecidedRow[];
}) {
  const { name, word, rows } = props;
  if (rows.length === 0) return null;
  return (
    <details class="decided">
      <summary>
        <Icon name="chevron-right" size={20} />
        <b>
          {name} {rows.length}
        </b>
        <span>{word}</span>
      </summary>
      <ul>
        {rows.map((row) => (
          <DecidedLine key={row.seq} row={row} />
        ))}
      </ul>
    </details>
  );
}

function DecidedLine(props: { readonly row: DecidedRow }) {
  const { row } = props;
  const { how, at, by, reason } = row.decision;
  const place = useWorkplace();
  const units = useUnitsById();
  const bringBack = async () => {
    const outcome = await takeBack(place.author, row);
    if (outcome.ok) toast('已放回“未被接受”');
  };
  const facts = sayDeed(row.args, units);
  return (
    <li>
      <div class="decided-words">
        <h3 class="t-strong">{row.title}</h3>
        <p class="t-second">{[`${sayMoment(at)} ${by}`.trim(), DECISION_WORDS[how]].join(' ')}</p>
        {reason !== '' && <p>理由：{reason}</p>}
        <p>{sayRefusal(row.code, row.detail)}</p>
        {facts.length > 0 && <p class="refused-facts">{facts.join(' · ')}</p>}
      </div>
      <p class="decided-buttons">
        <Button
          kind="outlined"
          icon="export"
          onClick={async () => saveFile(await refusedFile(place, row))}
        >
          导出
        </Button>
        {how === 'given-up' && (
          <Button kind="outlined" icon="undo" onClick={bringBack}>
            恢复
          </Button>
        )}
      </p>
    </li>
  );
}
