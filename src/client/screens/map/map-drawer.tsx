/** The points as a list, nearest first: the same as the map for keyboard and screen reader. */
import './map-drawer.css';
import { useMemo, useState } from 'preact/hooks';
import { civilDateOf, sayClock } from '../../../domain/civil.ts';
import { distanceM, sayDistance } from '../../../domain/place.ts';
import { mayDo } from '../../../domain/role.ts';
import type { Place } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Row } from '../../ui/row.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useMore } from '../findings/use-more.ts';
import { BeginCheck } from './begin-check.tsx';
import type { MapPoint } from './map-point.ts';
import { sayPin } from './pin.ts';
import { PinPicture } from './pin-picture.tsx';

export function MapDrawer(props: {
  readonly points: readonly MapPoint[];
  readonly sight: ReadonlySet<string> | null;
  readonly place: Place | null;
  readonly open: MapPoint | null;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { points, sight, place, open, onChoose, onClose } = props;
  const [search, setSearch] = useState('');
  const [unfolded, setUnfolded] = useState(false);
  const near = useMemo(() => nearestFirst(points, place), [points, place]);
  const found = near.filter((point) => matches(point, search));
  const { shown, foot } = useMore(found.length, search);
  const look = ['map-drawer', unfolded ? 'unfolded' : '', open ? 'with-point' : ''].join(' ');
  return (
    <section class={look} aria-label="点位列表">
      {open && <PointCard key={open.id} point={open} place={place} onClose={onClose} />}
      <div class="map-drawer-head">
        <p class="t-strong">{sight ? `图上 ${sight.size} 个点位` : `${points.length} 个点位`}</p>
        <span class="map-drawer-fold">
          <Button kind="outlined" expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? '收起列表' : '看列表'}
          </Button>
        </span>
      </div>
      <div class="map-drawer-list">
        <div class="map-drawer-search">
          <SearchBox
            label="搜索点位"
            placeholder="名称、拼音首字母或编号"
            value={search}
            onInput={setSearch}
          />
        </div>
        <div class="group-head">
          <h2>{place ? '由近到远' : '按编号'}</h2>
          <span>{place ? <Fix place={place} /> : '定位后由近到远'}</span>
        </div>
        {found.length === 0 && (
          <Empty icon="search" text="没有符合的点位。">
            <Button kind="outlined" onClick={() => setSearch('')}>
              清空搜索词
            </Button>
          </Empty>
        )}
        {found.slice(0, shown).map((point) => (
          <Row
            key={point.id}
            small
            lead={<PinPicture state={point} />}
            title={point.name}
            second={
              <span>
                {point.categoryName} · {sayPin(point)}
              </span>
            }
            end={place && <b>{sayDistance(distanceM(place, point))}</b>}
            selected={point.id === open?.id}
            onClick={() => onChoose(point.id)}
          />
        ))}
        <div ref={foot} />
      </div>
    </section>
  );
}

function Fix({ place }: { readonly place: Place }) {
  const now = useNow();
  const day = civilDateOf(place.at) === civilDateOf(now) ? '' : '前次';
  return (
    <>
      {day}定位于 {sayClock(place.at)}，误差 {Math.round(place.accuracy)} m
    </>
  );
}

/** The tapped point, with the way in. */
function PointCard(props: {
  readonly point: MapPoint;
  readonly place: Place | null;
  readonly onClose: () => void;
}) {
  const { point, place, onClose } = props;
  const { session } = useWorkplace();
  const distance = place ? sayDistance(distanceM(place, point)) : '';
  return (
    <div class="point-card" role="group" aria-label={point.name}>
      <div class="point-card-head">
        <PinPicture state={point} />
        <div>
          <p class="t-list">{point.name}</p>
          <p class="t-second">
            {[point.categoryName, point.id, distance].filter(Boolean).join(' · ')}
          </p>
          <p class={point.open > 0 ? 'point-card-state bad' : 'point-card-state'}>
            {sayPin(point)}
          </p>
        </div>
        <Button kind="plain" icon="close" label="关闭" onClick={onClose} />
      </div>
      <div class="point-card-actions">
        <Button kind="outlined" href={`/points/${point.id}`}>
          看点位
        </Button>
        {mayDo(session.role, 'inspection.start') && <BeginCheck point={point} />}
      </div>
    </div>
  );
}

function nearestFirst(points: readonly MapPoint[], place: Place | null): MapPoint[] {
  if (!place) return [...points].sort((a, b) => a.id.localeCompare(b.id));
  const far = new Map(points.map((point) => [point.id, distanceM(place, point)]));
  return [...points].sort((a, b) => (far.get(a.id) ?? 0) - (far.get(b.id) ?? 0));
}

function matches(point: MapPoint, search: string): boolean {
  const words = search.toLowerCase().trim();
  return (
    words === '' ||
    point.name.toLowerCase().includes(words) ||
    point.id.toLowerCase().includes(words) ||
    point.initials.includes(words)
  );
}
