/** 已放弃: what the person gave up, kept with its content; each can be taken out or brought back. */
import './discarded.css';
import { sayMoment } from '../../../domain/civil.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { restoreRefused } from '../../store/refused.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { sayDeed } from './say-deed.ts';
import { takeOut } from './take-out.ts';

export function Discarded(props: { readonly rows: readonly RefusedRow[] }) {
  const { rows } = props;
  if (rows.length === 0) return null;
  return (
    <details class="discarded">
      <summary>
        <Icon name="chevron-right" size={20} />
        <b>已放弃 {rows.length}</b>
        <span>不再上传，内容仍在本机；修改后重新登记的也在这里</span>
      </summary>
      <ul>
        {rows.map((row) => (
          <DiscardedRow key={row.seq} row={row} />
        ))}
      </ul>
    </details>
  );
}

function DiscardedRow(props: { readonly row: RefusedRow }) {
  const { row } = props;
  const { db } = useWorkplace();
  const units = useUnitsById();
  const bringBack = async () => {
    await restoreRefused(db, row.seq);
    toast('已放回“未被接受”');
  };
  const facts = sayDeed(row.args, units);
  return (
    <li>
      <div class="discarded-words">
        <h3 class="t-strong">{row.title}</h3>
        <p class="t-second">{sayMoment(row.discardedAt ?? row.refusedAt)} 放弃</p>
        <p>{sayRefusal(row.code, row.detail)}</p>
        {facts.length > 0 && <p class="refused-facts">{facts.join(' · ')}</p>}
      </div>
      <p class="discarded-buttons">
        <Button kind="outlined" icon="export" size="small" onClick={() => takeOut(db, row.seq)}>
          导出
        </Button>
        <Button kind="outlined" icon="undo" size="small" onClick={bringBack}>
          恢复
        </Button>
      </p>
    </li>
  );
}
