import { useLocation } from 'preact-iso';
import { mayDo } from '../../../domain/role.ts';
import { sayUrgeStanding, URGE_STANDINGS, type UrgeStanding } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { LetterPanes } from '../letters/letter-panes.tsx';
import { useLetters } from '../letters/use-letters.ts';
import { MonthlyTab } from './monthly-tab.tsx';
import './urge.css';
import type { UrgeLine } from './urge-lists.ts';
import { UrgeTab } from './urge-tab.tsx';
import { useUrge } from './use-urge.ts';

const TITLE = '催办督办';

/** The supervisor's: what is late, what was sent, and what is suggested next. */
export function UrgeScreen() {
  const { session } = useWorkplace();
  if (session.role !== 'supervisor' && session.role !== 'admin') {
    return (
      <Page title={TITLE}>
        <Empty icon="lock" text="催办督办由督查负责人办理。">
          <Button kind="outlined" href="/findings">
            看问题列表
          </Button>
        </Empty>
      </Page>
    );
  }
  return <Urge mayIssue={mayDo(session.role, 'letter.issue')} />;
}

function Urge({ mayIssue }: { readonly mayIssue: boolean }) {
  const { query, route } = useLocation();
  const lines = useUrge();
  const sent = useLetters();
  if (!lines || !sent) return <Page title={TITLE}>{null}</Page>;
  const of = (standing: UrgeStanding) => lines.filter((line) => line.standing === standing);
  const tabs = [
    ...URGE_STANDINGS.map((id) => ({ id, label: sayUrgeStanding(id), count: of(id).length })),
    { id: 'sent' as const, label: '已发', count: sent.length },
    { id: 'monthly' as const, label: '月度提示' },
  ];
  const tab = tabs.find(({ id }) => id === query.tab)?.id ?? mostPressing(lines);
  return (
    <Page title={TITLE} {...(mayIssue ? {} : { facts: '只读' })} layout="panes">
      <div class="urge">
        <Tabs
          label={TITLE}
          tabs={tabs}
          value={tab}
          onChange={(id) => route(`/urge?tab=${id}`, true)}
        />
        {tab === 'monthly' && <MonthlyTab mayIssue={mayIssue} letters={sent} />}
        {tab === 'sent' && <LetterPanes letters={sent} place="/urge?tab=sent" />}
        {tab !== 'monthly' && tab !== 'sent' && (
          <UrgeTab key={tab} standing={tab} lines={of(tab)} mayIssue={mayIssue} />
        )}
      </div>
    </Page>
  );
}

function mostPressing(lines: readonly UrgeLine[]): UrgeStanding {
  const order = ['twice', 'overdue', 'soon'] as const;
  return order.find((one) => lines.some(({ standing }) => standing === one)) ?? 'soon';
}
