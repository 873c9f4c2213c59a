/** 移交: problems on their way through the city's own platform, by where they stand. */
import './handoff.css';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useKept } from '../findings/use-kept.ts';
import { BooksTab } from './books-tab.tsx';
import { candidates, HANDOFF_TABS, type HandoffTab, linesOf } from './hand-offs.ts';
import { LinesTab } from './lines-tab.tsx';
import { PickTab } from './pick-tab.tsx';
import { Redoing } from './redoing.tsx';
import { useHandoffs } from './use-handoffs.ts';

const Kept = z.enum(HANDOFF_TABS);

const NAMES: Readonly<Record<HandoffTab, string>> = {
  pick: '挑选问题',
  picked: '待移交',
  sent: '待回执',
  filed: '已立案',
  declined: '未立案',
  closed: '已结案',
  books: '批次和回执',
};

export function HandoffScreen() {
  const { session } = useWorkplace();
  const { query, route } = useLocation();
  const [kept, keep] = useKept('xundian-handoff', Kept, 'pick');
  const data = useHandoffs();
  if (session.role === 'unit') {
    return (
      <Page title="移交">
        <Empty icon="lock" text="移交数字城管由督查办公室办理。">
          <Button kind="outlined" href="/">
            回到首页
          </Button>
        </Empty>
      </Page>
    );
  }
  if (!data) return <Page title="移交">{null}</Page>;
  const { handoffs, findings } = data;
  const asked = Kept.safeParse(query.tab);
  const tab = asked.success ? asked.data : kept;
  const mayBooks = mayDo(session.role, 'handoff.send') || session.role === 'admin';
  const tabs = HANDOFF_TABS.filter((id) => id !== 'books' || mayBooks);
  const count = (id: HandoffTab) =>
    id === 'books'
      ? {}
      : {
          count:
            id === 'pick'
              ? candidates(findings.values()).length
              : linesOf(id, handoffs, findings).length,
        };
  const choose = (id: string) => {
    const next = Kept.safeParse(id);
    if (!next.success) return;
    keep(next.data);
    if (query.tab) route('/handoff', true);
  };
  return (
    <Page title="移交" facts="数字城管" layout="panes">
      <div class="handoff">
        <Tabs
          label="移交到哪一步"
          value={tab}
          onChange={choose}
          tabs={tabs.map((id) => ({ id, label: NAMES[id], ...count(id) }))}
        />
        {tab === 'pick' && <PickTab findings={candidates(findings.values())} />}
        {tab === 'books' && <BooksTab />}
        {tab !== 'pick' && tab !== 'books' && (
          <LinesTab key={tab} tab={tab} lines={linesOf(tab, handoffs, findings)} />
        )}
      </div>
      <Redoing handoffs={handoffs} findings={findings} />
    </Page>
  );
}
