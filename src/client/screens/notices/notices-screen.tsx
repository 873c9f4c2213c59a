import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { mayDo, type Role } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useKept } from '../findings/use-kept.ts';
import { useIssueCall } from '../issue/issue-call.tsx';
import { LettersIn } from '../letters/letters-in.tsx';
import { STANDING_NAMES } from '../notice/notice-standing.tsx';
import { PaperView } from '../notice/paper-view.tsx';
import { useNoticePaper } from '../notice/use-notice-paper.tsx';
import { NoticeList } from './notice-list.tsx';
import './notices.css';
import { filterNotices, NO_NOTICE_FILTER, useNotices } from './use-notices.ts';
import { ZipButton } from './zip/zip-button.tsx';

const Filter = z.object({ search: z.string(), standing: z.string(), unitId: z.string() });

/** All notices in sight of this person; the chosen one's paper beside them where there is room. */
export function NoticesScreen() {
  const { session } = useWorkplace();
  const { query, route } = useLocation();
  const wide = useMedia('(min-width: 960px)');
  const lines = useNotices();
  const [filter, setFilter] = useKept('xundian-notices', Filter, NO_NOTICE_FILTER);
  const chosen = wide ? (query.id ?? null) : null;
  const notice = lines?.find((line) => line.notice.id === chosen)?.notice;
  const view = useNoticePaper(notice);
  const issueCall = useIssueCall(true);
  if (!lines) return <Page title="通知书">{null}</Page>;
  const shown = filterNotices(lines, filter);
  const mayIssue = mayDo(session.role, 'notice.issue');
  const units = new Map(lines.map((line) => [line.notice.unitId, line.unitName]));
  return (
    <Page
      title="通知书"
      facts={sayCounts(lines.length, lines.filter((line) => line.standing === 'voided').length)}
      layout="panes"
      action={issueCall}
      tools={<Tools role={session.role} wide={wide} />}
    >
      <Pane
        label="通知书列表"
        width={wide ? 'list' : 'fill'}
        head={
          <div class="notices-head">
            <SearchBox
              label="搜索通知书"
              placeholder="文号、单位"
              value={filter.search}
              onInput={(search) => setFilter({ ...filter, search })}
            />
            <FilterSelect
              label="状态"
              value={filter.standing}
              choices={Object.entries(STANDING_NAMES).map(([value, label]) => ({ value, label }))}
              onChange={(standing) => setFilter({ ...filter, standing })}
            />
            {units.size > 1 && (
              <FilterSelect
                label="主送单位"
                value={filter.unitId}
                choices={[...units].map(([value, label]) => ({ value, label }))}
                onChange={(unitId) => setFilter({ ...filter, unitId })}
              />
            )}
          </div>
        }
      >
        <LettersIn />
        <NoticeList
          lines={shown}
          chosen={chosen}
          onChoose={wide ? (id) => route(`/notices?id=${id}`, true) : null}
          any={lines.length > 0}
          mayIssue={mayIssue}
          reset={JSON.stringify(filter)}
          onClear={() => setFilter(NO_NOTICE_FILTER)}
        />
      </Pane>
      {wide && (
        <Pane label="纸样" ground="sunk">
          {notice && view ? (
            <PaperView
              key={notice.id}
              paper={view.paper}
              fonts={notice.record?.fonts ?? null}
              words={
                <Button kind="plain" href={`/notices/${notice.id}`} iconEnd="chevron-right">
                  打开这份通知书
                </Button>
              }
            />
          ) : (
            shown.length > 0 && <Empty icon="notice" text="在左边选一份通知书，这里看纸样。" />
          )}
        </Pane>
      )}
    </Page>
  );
}

/** A phone's bar has room for two, and nobody takes a round along on it. */
function Tools({ role, wide }: { readonly role: Role; readonly wide: boolean }) {
  return (
    <>
      {wide && mayReadRegister(role) && <ZipButton />}
      {mayReadRegister(role) && (
        <Button kind="outlined" icon="book" href="/register">
          登记簿
        </Button>
      )}
      {wide ? (
        <Button kind="outlined" icon="stamp" href="/verify">
          核验
        </Button>
      ) : (
        <Button kind="outlined" icon="stamp" label="核验" href="/verify" />
      )}
    </>
  );
}

function mayReadRegister(role: Role): boolean {
  return role === 'supervisor' || role === 'admin';
}

function sayCounts(total: number, voided: number): string {
  return voided === 0
    ? `共 ${total} 份`
    : `共 ${total} 份 = 有效 ${total - voided} + 作废 ${voided}`;
}
