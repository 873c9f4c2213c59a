/** Problems that may be handed off: tick some, and they go together. */
import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { HandOffDialog } from './hand-off-dialog.tsx';
import { matches } from './hand-offs.ts';
import { HandoffList } from './handoff-list.tsx';
import { useChoice } from './use-choice.ts';

export function PickTab({ findings }: { readonly findings: readonly FindingRow[] }) {
  const { session } = useWorkplace();
  const units = useUnitsById();
  const [typed, setTyped] = useState('');
  const [which, setWhich] = useState<'loose' | 'noticed'>('loose');
  const [asking, setAsking] = useState(false);
  const here = findings.filter(({ noticeId }) => (noticeId === null) === (which === 'loose'));
  const shown = here.filter((finding) => matches(typed, finding, null));
  const choice = useChoice(shown.map(({ id }) => id));
  const chosen = shown.filter(({ id }) => choice.chosen.has(id));
  const may = mayDo(session.role, 'finding.hand-off');
  return (
    <>
      <div class="handoff-filters">
        <SearchBox label="搜索问题" placeholder="问题、点位" value={typed} onInput={setTyped} />
        <Segmented
          label="有没有列入通知书"
          value={which}
          onChange={(value) => setWhich(value === 'noticed' ? 'noticed' : 'loose')}
          options={[
            { value: 'loose', label: '未列通知书' },
            { value: 'noticed', label: '已列通知书' },
          ]}
        />
      </div>
      <div class="handoff-body">
        {shown.length > 0 ? (
          <HandoffList
            rows={shown.map((finding) => ({
              id: finding.id,
              finding,
              second: units.get(finding.unitId)?.shortName ?? '',
              end: <StateWord state={finding.state} />,
            }))}
            choice={may ? choice : null}
            reset={`${which}.${typed}`}
          />
        ) : here.length > 0 ? (
          <Empty icon="search" text="没有符合条件的问题。">
            <Button kind="outlined" onClick={() => setTyped('')}>
              清除搜索
            </Button>
          </Empty>
        ) : (
          <Empty
            icon="flag"
            text={
              which === 'loose'
                ? '没有等着列入通知书的问题。新登记的问题会出现在这里。'
                : '通知书上没有还在办的问题。'
            }
          >
            <Button kind="outlined" href="/findings">
              去看全部问题
            </Button>
          </Empty>
        )}
      </div>
      {may && shown.length > 0 && (
        <footer class="action-bar">
          <p class="action-bar-words t-small">移交后不再列入通知书、不计期限，等数字城管的回执。</p>
          <Button
            kind="primary"
            size="main"
            disabled={chosen.length === 0}
            onClick={() => setAsking(true)}
          >
            {chosen.length === 0 ? '移交' : `移交 ${chosen.length} 个`}
          </Button>
        </footer>
      )}
      <HandOffDialog open={asking} findings={chosen} onClose={() => setAsking(false)} />
    </>
  );
}
