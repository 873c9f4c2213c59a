/** What the office did not take: why, what it was, and what the person may do. Nothing of it is lost. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayMoment } from '../../../domain/civil.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { discardRefused } from '../../store/refused.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { beginAgain, canBeginAgain } from './begin-again.ts';
import { deedIcon, sayDeed } from './say-deed.ts';
import { takeOut } from './take-out.ts';

export function RefusedCard(props: { readonly row: RefusedRow }) {
  const { row } = props;
  const place = useWorkplace();
  const { route } = useLocation();
  const units = useUnitsById();
  const [asking, setAsking] = useState(false);
  const facts = sayDeed(row.args, units);
  const again = async () => {
    const to = await beginAgain(place, row);
    if (to !== null) route(to);
    else toast('内容不完整，不能重新登记，可以导出交给办公室');
  };
  const drop = async () => {
    setAsking(false);
    await discardRefused(place.db, row.seq, place.now());
    toast('已放弃，内容仍留在本机备查');
  };
  return (
    <article class="refused">
      <header>
        <span class="well">
          <Icon name={deedIcon(row.name)} size={24} />
        </span>
        <div>
          <h3 class="t-strong">{row.title}</h3>
          <p class="t-second">{sayMoment(row.at + row.offset)} 存</p>
        </div>
        <Chip look="tinted" tone="bad" icon="cross" small>
          未被接受
        </Chip>
      </header>
      <p class="refused-why">
        <b>{sayRefusal(row.code, row.detail)}</b>
        {facts.length > 0 && <span class="refused-facts">{facts.join(' · ')}</span>}
        <span class="refused-facts">内容和照片仍在本机，没有丢。</span>
      </p>
      <footer>
        {canBeginAgain(row) && (
          <Button kind="outlined" icon="edit" onClick={again}>
            修改后重新登记
          </Button>
        )}
        <Button kind="outlined" icon="export" onClick={() => takeOut(place.db, row.seq)}>
          导出
        </Button>
        <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
          放弃
        </Button>
      </footer>
      <Dialog
        title="放弃这一条？"
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="outlined" onClick={() => setAsking(false)}>
              取消
            </Button>
            <Button kind="danger" icon="trash" onClick={drop}>
              放弃
            </Button>
          </>
        }
      >
        <p>
          <b>{row.title}</b>
        </p>
        <p>放弃后不再上传，也不再提醒。需要留底的，请先导出。</p>
      </Dialog>
    </article>
  );
}
