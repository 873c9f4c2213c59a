/** What the office did not take: why, what it was, and what the person may do. Nothing of it is lost. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayMoment } from '../../../domain/civil.ts';
import { mayDo } from '../../../domain/role.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { saveFile } from '../../rescue/hand-over.ts';
import { refusedFile } from '../../rescue/refused-file.ts';
import { giveUp, retryRefused } from '../../store/decisions.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { GiveUpDialog, type GiveUpWords } from './give-up-dialog.tsx';
import { redo } from './redo.ts';
import { hasForm, REDO_WORDS } from './redo-words.ts';
import { deedIcon, sayDeed } from './say-deed.ts';
import { Well } from './well.tsx';

export function RefusedCard(props: { readonly row: RefusedRow }) {
  const { row } = props;
  const place = useWorkplace();
  const { route } = useLocation();
  const units = useUnitsById();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const begun = useLive(
    (db) => db.draft.filter((draft) => draft.redoes === row.seq).count(),
    [row.seq],
  );
  const facts = sayDeed(row.args, units);
  const attempt = (act: () => Promise<void>) => async () => {
    setTrouble('');
    try {
      await act();
    } catch (error) {
      setTrouble(StorageTrouble.of(error).message);
    }
  };
  const again = attempt(async () => {
    const outcome = await retryRefused(place.author, row);
    if (outcome.ok) {
      toast('已作为新的一条重新上传');
      return;
    }
    const same = outcome.reason === row.code && outcome.detail === row.detail;
    const why = same ? '原因还在，没有重新上传。' : sayRefusal(outcome.reason, outcome.detail);
    setTrouble(`现在重试也不会被接受：${why}`);
  });
  const correct = attempt(async () => {
    const way = await redo(place, row);
    if (!way.ok) {
      setTrouble(`${way.why}。`);
      return;
    }
    route(way.to);
    if (way.word) toast(way.word);
  });
  const takeOut = attempt(async () => saveFile(await refusedFile(place, row)));
  const may = mayDo(place.session.role, row.name);
  return (
    <article class="refused" aria-label={row.title}>
      <header>
        <Well name={deedIcon(row.name)} />
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
        <span class="refused-facts">
          {begun ? '正在修改，保存后代替这一条。' : '内容和照片仍在本机，没有丢。'}
        </span>
      </p>
      {trouble !== '' && (
        <p class="refused-trouble" role="alert">
          {trouble}
        </p>
      )}
      <footer>
        {may && (
          <>
            <Button kind="outlined" icon="sync" onClick={again}>
              重试
            </Button>
            <Button
              kind="outlined"
              icon={hasForm(row.name) ? 'edit' : 'chevron-right'}
              onClick={correct}
            >
              {begun ? '接着修改' : REDO_WORDS[row.name]}
            </Button>
          </>
        )}
        <Button kind="outlined" icon="export" onClick={takeOut}>
          导出
        </Button>
        <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
          放弃
        </Button>
      </footer>
      <GiveUpDialog
        words={WORDS}
        what={row.title}
        open={asking}
        onClose={() => setAsking(false)}
        act={(reason) => giveUp(place.author, row, reason)}
      />
    </article>
  );
}

const WORDS: GiveUpWords = {
  title: '放弃这一条？',
  word: '放弃后不再上传，也不再提醒；内容留在本机，谁、何时、为什么会告诉办公室。',
  missing: '请写明为什么放弃，办公室要看得到。',
  usual: ['已另行登记', '重复了', '记录有误'],
  done: '已放弃，内容仍留在本机备查',
};
