/** What the pins mean, with counts that add up to the points. */
import { POINT_PROGRESS, sayProgress } from '../../../domain/point-progress.ts';
import type { MapPoint } from './map-point.ts';
import { PinPicture } from './pin-picture.tsx';

export function MapLegend(props: { readonly points: readonly MapPoint[] }) {
  const { points } = props;
  const overdue = points.filter((point) => point.overdue > 0).length;
  const open = points.filter((point) => point.open > 0 && point.overdue === 0).length;
  return (
    <div class="map-legend" role="note" aria-label="图例">
      <p>
        <span>本轮 {points.length} =</span>
        {POINT_PROGRESS.map((progress, nth) => (
          <span key={progress}>
            {nth > 0 && <i>+</i>}
            <PinPicture state={{ progress, open: 0, overdue: 0 }} />
            {sayProgress(progress)}{' '}
            <b>{points.filter((point) => point.progress === progress).length}</b>
          </span>
        ))}
      </p>
      <p>
        未销号
        <span>
          <PinPicture state={{ progress: 'todo', open: 1, overdue: 0 }} />有 <b>{open}</b>
        </span>
        <span>
          <PinPicture state={{ progress: 'todo', open: 1, overdue: 1 }} />
          超期 <b>{overdue}</b>
        </span>
      </p>
    </div>
  );
}
