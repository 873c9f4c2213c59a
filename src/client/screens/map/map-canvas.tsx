/** The map as a component; loaded apart, since Leaflet is needed on this screen alone. */
import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../../protocol/rows/index.ts';
import { type Board, openBoard } from './map-board.ts';
import type { MapPoint } from './map-point.ts';

export function MapCanvas(props: {
  readonly points: readonly MapPoint[];
  readonly chosen: string | null;
  readonly place: Place | null;
  readonly tileUrl: string | null;
  readonly tileAttribution: string;
  readonly onChoose: (id: string) => void;
  readonly onSight: (ids: ReadonlySet<string>) => void;
  /** Hands out the board, for the buttons that float over it. */
  readonly onBoard: (board: Board | null) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const handlers = useRef(props);
  handlers.current = props;
  useEffect(() => {
    if (element.current === null) return;
    const opened = openBoard(element.current, {
      choose: (id) => handlers.current.onChoose(id),
      sight: (ids) => handlers.current.onSight(ids),
    });
    setBoard(opened);
    handlers.current.onBoard(opened);
    return () => {
      handlers.current.onBoard(null);
      opened.close();
    };
  }, []);
  useEffect(
    () => board?.showTiles(props.tileUrl, props.tileAttribution),
    [board, props.tileUrl, props.tileAttribution],
  );
  useEffect(() => board?.show(props.points, props.chosen), [board, props.points, props.chosen]);
  useEffect(() => board?.showPlace(props.place), [board, props.place]);
  return (
    <div
      ref={element}
      class="map-canvas"
      role="application"
      aria-label="点位地图，方向键移动，加减号缩放；旁边的列表里有同样的点位"
    />
  );
}
