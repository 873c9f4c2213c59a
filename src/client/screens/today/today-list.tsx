/** The list half of 今日: progress, search, tabs, and the points in groups. */
import { useMemo, useState } from 'preact/hooks';
import type { PointProgress } from '../../../domain/point-progress.ts';
import { askPlace, lastPlace, place } from '../../devices/place.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Growing } from '../../ui/growing.tsx';
import { Icon } from '../../ui/icon.tsx';
import { later } from '../../ui/later.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { toast } from '../../ui/toast.tsx';
import { keptScroll, useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { PointRow } from './point-row.tsx';
import { RoundProgress } from './round-progress.tsx';
import { countProgress, groupsOf, type PlacedPoint } from './today-groups.ts';
import { filterCount, PLAIN_VIEW, setTodayView, todayView } from './today-view.ts';
import type { Today } from './use-today.ts';

const FilterSheet = later(
  async () => (await import('./filter-sheet.tsx')).FilterSheet,
  () => null,
);

const RecheckCall = later(
  async () => (await import('../rechecks/recheck-call.tsx')).RecheckCall,
  () => null,
);

const ROW_PX = 72;
const KEY = 'today';

interface Head {
  readonly name: string;
  readonly progress: PointProgress;
  readonly count: number;
}

export function TodayList(props: {
  readonly today: Today;
  readonly found: readonly PlacedPoint[];
  readonly selected: string;
  readonly hidden: boolean;
}) {
  const { today, found, selected, hidden } = props;
  const [filtering, setFiltering] = useState(false);
  const view = todayView.value;
  const counts = useMemo(() => countProgress(found), [found]);
  const all = useMemo(() => countProgress(today.points), [today.points]);
  const lines = useMemo(
    () =>
      groupsOf(found, view.tab).flatMap(({ name, progress, rows }): (Head | PlacedPoint)[] => [
        { name, progress, count: rows.length },
        ...rows,
      ]),
    [found, view.tab],
  );
  const scroll = useKeptScroll(KEY, lines.length > 0 && !hidden);
  const set = filterCount(view);
  return (
    <Pane
      label="点位列表"
      width="list"
      hidden={hidden}
      scrollRef={scroll}
      head={
        <>
          <div class="today-head">
            <RoundProgress label={today.teams.length > 0 ? '全部点位' : '本组点位'} counts={all} />
            <div class="today-find">
              <SearchBox
                label="搜索点位"
                placeholder="名称、拼音首字母或编号"
                value={view.text}
                onInput={(text) => setTodayView({ text })}
              />
              <Button
                kind="outlined"
                icon="filter"
                pressed={set > 0}
                onClick={() => setFiltering(true)}
              >
                筛选{set > 0 ? ` ${set}` : ''}
              </Button>
            </div>
          </div>
          <RecheckCall />
          <Tabs
            label="点位进度"
            value={view.tab}
            onChange={(tab) => {
              if (tab === 'todo' || tab === 'doing' || tab === 'done' || tab === 'all') {
                setTodayView({ tab });
              }
            }}
            tabs={[
              { id: 'todo', label: '未查', count: counts.todo },
              { id: 'doing', label: '进行中', count: counts.doing },
              { id: 'done', label: '已查', count: counts.done },
              { id: 'all', label: '全部', count: counts.all },
            ]}
          />
        </>
      }
    >
      {lines.length === 0 ? (
        <Nothing narrowed={view.text !== '' || set > 0} tab={view.tab} />
      ) : (
        <Growing
          rows={lines}
          of={`${view.tab} ${view.text} ${view.category} ${view.streetId} ${view.teamId} ${view.problems}`}
          start={Math.ceil(keptScroll(KEY) / ROW_PX) + 30}
          render={(line) =>
            'point' in line ? (
              <PointRow key={line.point.id} row={line} selected={line.point.id === selected} />
            ) : (
              <GroupHead key={line.progress} head={line} />
            )
          }
        />
      )}
      <FilterSheet
        open={filtering}
        onClose={() => setFiltering(false)}
        points={today.points}
        teams={today.teams}
        found={found.length}
      />
    </Pane>
  );
}

function GroupHead(props: { readonly head: Head }) {
  const { name, progress, count } = props.head;
  return (
    <div class="group-head">
      <h2>
        {name} {count}
      </h2>
      {progress === 'doing' ? <span>离开不丢，点开接着答</span> : progress === 'todo' && <Order />}
    </div>
  );
}

/** The order and what to do about it: a position is asked for only on the person's word. */
function Order() {
  const near = todayView.value.order === 'near' && lastPlace.value !== null;
  const asking = place.value.kind === 'asking';
  const change = async () => {
    if (near) {
      setTodayView({ order: 'code' });
      return;
    }
    setTodayView({ order: 'near' });
    if (lastPlace.value) return;
    const state = await askPlace();
    if (state.kind === 'failed') toast(state.message);
  };
  return (
    <button class="today-order" type="button" onClick={change} disabled={asking}>
      <Icon name={near ? 'today' : 'locate'} size={18} />
      {asking ? '正在定位' : near ? '由近到远' : '按编号，改为由近到远'}
    </button>
  );
}

function Nothing(props: { readonly narrowed: boolean; readonly tab: string }) {
  if (props.narrowed) {
    return (
      <Empty icon="search" text="没有符合条件的点位。">
        <Button kind="outlined" onClick={() => setTodayView({ ...PLAIN_VIEW, tab: 'all' })}>
          清除搜索和筛选
        </Button>
      </Empty>
    );
  }
  const words: Readonly<Record<string, string>> = {
    todo: '本组点位都查过了。',
    doing: '没有查到一半的点位。',
    done: '还没有查完的点位。',
    all: '本组没有点位。',
  };
  return (
    <Empty icon="today" text={words[props.tab] ?? ''}>
      {props.tab !== 'all' && (
        <Button kind="outlined" onClick={() => setTodayView({ tab: 'all' })}>
          看全部点位
        </Button>
      )}
    </Empty>
  );
}
