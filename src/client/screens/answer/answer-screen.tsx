/** 待办: a unit's own home. What it has to do, what waits for the office, what is done. */
import './answer.css';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { FindingDetail } from '../finding/finding-detail.tsx';
import { useKept } from '../findings/use-kept.ts';
import { AnswerList } from './answer-list.tsx';
import { ExportAnswers } from './export-answers.tsx';
import { NextBox } from './next-box.tsx';
import { SignNotice } from './sign-notice.tsx';
import { ExtensionCall, ReplyCall } from './unit-calls.tsx';
import { type AnswerFilter, filterAnswers, HEAP_NAMES, HEAPS, useAnswers } from './use-answers.ts';

const Filter = z.object({
  heap: z.enum([...HEAPS, 'all']),
  noticeId: z.string(),
  search: z.string(),
});
const FIRST: AnswerFilter = { heap: 'unit', noticeId: '', search: '' };

const NONE: Record<AnswerFilter['heap'], string> = {
  unit: '没有要办的问题。收到新的督查通知书，会出现在这里。',
  office: '没有在等督查组的问题。反馈交上去以后，会移到这里。',
  nobody: '还没有办结的问题。复查通过的会移到这里。',
  all: '还没有发给贵单位的问题。',
};

export function AnswerScreen() {
  const { query, route } = useLocation();
  const wide = useMedia('(min-width: 960px)');
  const answers = useAnswers();
  const [filter, setFilter] = useKept<AnswerFilter>('xundian-answers', Filter, FIRST);
  if (!answers) return <Page title="待办">{null}</Page>;
  const { lines, unsigned } = answers;
  const shown = filterAnswers(lines, filter);
  const chosen = wide ? (query.id ?? null) : null;
  const open = lines.find(({ finding }) => finding.id === chosen)?.finding;
  const count = (heap: AnswerFilter['heap']) => filterAnswers(lines, { ...filter, heap }).length;
  const notices = new Map(lines.map(({ noticeId, noticeName }) => [noticeId, noticeName]));
  notices.delete('');
  const narrowed = filter.search !== '' || filter.noticeId !== '';
  return (
    <Page
      title="待办"
      facts={`要办 ${lines.filter(({ heap }) => heap === 'unit').length} · 共 ${lines.length} 个问题`}
      layout="panes"
      tools={<ExportAnswers lines={lines.length} />}
    >
      <Pane
        label="问题列表"
        width={wide ? 'list' : 'fill'}
        head={
          <div class="answer-head">
            <SearchBox
              label="搜索问题"
              placeholder="问题、点位、文号"
              value={filter.search}
              onInput={(search) => setFilter({ ...filter, search })}
            />
            {notices.size > 1 && (
              <FilterSelect
                label="通知书"
                value={filter.noticeId}
                choices={[...notices].map(([value, label]) => ({ value, label }))}
                onChange={(noticeId) => setFilter({ ...filter, noticeId })}
              />
            )}
            <Tabs
              label="办到哪一步"
              value={filter.heap}
              onChange={(id) => {
                const heap = Filter.shape.heap.safeParse(id);
                if (heap.success) setFilter({ ...filter, heap: heap.data });
              }}
              tabs={[
                ...HEAPS.map((id) => ({ id, label: HEAP_NAMES[id], count: count(id) })),
                { id: 'all', label: '全部', count: count('all') },
              ]}
            />
          </div>
        }
      >
        {unsigned.map((notice) => (
          <Unsigned key={notice.id} notice={notice} />
        ))}
        <AnswerList
          lines={shown}
          chosen={chosen}
          onChoose={wide ? (id) => route(`/answer?id=${id}`, true) : null}
          reset={JSON.stringify(filter)}
          none={narrowed ? '没有符合条件的问题，可以换个条件再找。' : NONE[filter.heap]}
        />
      </Pane>
      {wide && (
        <Pane label="问题详情" ground="surface">
          {open ? (
            <>
              <div class="answer-detail">
                <NextBox finding={open} />
                <div class="answer-calls">
                  <ReplyCall finding={open} />
                  <ExtensionCall finding={open} />
                </div>
              </div>
              <FindingDetail key={open.id} finding={open} wide={false} />
            </>
          ) : (
            shown.length > 0 && (
              <Empty icon="flag" text="在左边选一个问题，这里看照片、期限、下一步和经过。" />
            )
          )}
        </Pane>
      )}
    </Page>
  );
}

function Unsigned({ notice }: { readonly notice: NoticeRow }) {
  return (
    <section class="answer-unsigned" aria-label="待签收">
      <p>
        <a href={`/notices/${notice.id}`}>{sayNoticeName(notice.number)}</a> 还没有签收，共{' '}
        {notice.findingIds.length} 个问题。
      </p>
      <SignNotice notice={notice} small />
    </section>
  );
}
