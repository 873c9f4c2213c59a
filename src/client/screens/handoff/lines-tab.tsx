/** Handoffs of one state, with what can be done of them there. */
import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ExportFoot } from './export-foot.tsx';
import { type HandoffLine, type HandoffTab, matches } from './hand-offs.ts';
import { HandoffList } from './handoff-list.tsx';
import { sayHandoff } from './say-handoff.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { useChoice } from './use-choice.ts';

type LinesTabName = Exclude<HandoffTab, 'pick' | 'books'>;

const EMPTY: Readonly<Record<LinesTabName, string>> = {
  picked: '没有等着导出的问题。先挑选问题移交，再在这里导出一批。',
  sent: '没有等回执的问题。导出的批次交给数字城管后，在这里等回执。',
  filed: '没有已立案的问题。导入平台的回执表后，立了案的在这里等结案。',
  declined: '没有未立案或收回的问题。',
  closed: '还没有由数字城管结案的问题。',
};

/** Where an answer of the platform can still come. */
const OPEN: readonly HandoffTab[] = ['picked', 'sent', 'filed'];

export function LinesTab(props: {
  readonly tab: LinesTabName;
  readonly lines: readonly HandoffLine[];
}) {
  const { tab, lines } = props;
  const { session } = useWorkplace();
  const [typed, setTyped] = useState('');
  const [settling, setSettling] = useState<HandoffLine | null>(null);
  const shown = lines.filter(({ finding, handoff }) => matches(typed, finding, handoff));
  const choice = useChoice(shown.map(({ finding }) => finding.id));
  const maySend = tab === 'picked' && mayDo(session.role, 'handoff.send');
  const maySettle = OPEN.includes(tab) && mayDo(session.role, 'handoff.settle');
  return (
    <>
      <div class="handoff-filters">
        <SearchBox
          label="搜索移交的问题"
          placeholder="问题、点位、编码、案号、批次"
          value={typed}
          onInput={setTyped}
        />
      </div>
      <div class="handoff-body">
        {shown.length > 0 ? (
          <HandoffList
            rows={shown.map((line) => ({
              id: line.finding.id,
              finding: line.finding,
              second: sayHandoff(line.handoff),
              end: maySettle ? (
                <Button
                  kind="outlined"
                  label={`${tab === 'picked' ? '收回' : '登记结果'}：${line.finding.text}`}
                  onClick={() => setSettling(line)}
                >
                  {tab === 'picked' ? '收回' : '登记结果'}
                </Button>
              ) : (
                <StateWord state={line.finding.state} />
              ),
            }))}
            choice={maySend ? choice : null}
            reset={typed}
          />
        ) : lines.length > 0 ? (
          <Empty icon="search" text="没有符合条件的问题。">
            <Button kind="outlined" onClick={() => setTyped('')}>
              清除搜索
            </Button>
          </Empty>
        ) : (
          <Empty icon="flag" text={EMPTY[tab]}>
            <Button kind="outlined" href={`/handoff?tab=${tab === 'filed' ? 'books' : 'pick'}`}>
              {tab === 'filed' ? '去导入回执' : '去挑选问题'}
            </Button>
          </Empty>
        )}
      </div>
      {tab === 'picked' && shown.length > 0 && (
        <ExportFoot lines={shown.filter(({ finding }) => choice.chosen.has(finding.id))} />
      )}
      {settling && <SettleDialog line={settling} redo={null} onClose={() => setSettling(null)} />}
    </>
  );
}
