import type { FunctionComponent } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { lastPlace } from '../../devices/place.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useOffice } from '../../ui/use-office.ts';
import './map.css';
import type { Board } from './map-board.ts';
import type { MapCanvas } from './map-canvas.tsx';
import { MapControls } from './map-controls.tsx';
import { MapDrawer } from './map-drawer.tsx';
import { MapLegend } from './map-legend.tsx';
import { tileAddress } from './tile-address.ts';
import { useMap } from './use-map.ts';

type Canvas = FunctionComponent<Parameters<typeof MapCanvas>[0]>;

/** My group's points by state; useful with no base map and no network. */
export function MapScreen() {
  const office = useOffice();
  const { query } = useLocation();
  const data = useMap();
  const [chosen, setChosen] = useState<string | null>(query.point ?? null);
  const [sight, setSight] = useState<ReadonlySet<string> | null>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const [Canvas, setCanvas] = useState<Canvas | null>(null);
  const [failed, setFailed] = useState(false);
  const place = lastPlace.value;
  const points = data?.points;
  const open = points?.find((point) => point.id === chosen);

  const load = useCallback(() => {
    setFailed(false);
    import('./map-canvas.tsx').then(
      (module) => setCanvas(() => module.MapCanvas),
      (error: unknown) => {
        console.warn('地图程序没有取到', error);
        setFailed(true);
      },
    );
  }, []);
  useEffect(load, [load]);
  const asked = useRef(query.point ?? null);
  useEffect(() => {
    const point = points?.find((each) => each.id === asked.current);
    if (!board || !point) return;
    asked.current = null;
    board.goTo(point);
  }, [board, points]);

  if (!data || !points) return <Page title="地图">{null}</Page>;
  if (points.length === 0) {
    return (
      <Page title="地图">
        <Empty icon="map" text="没有分到点位，或者还没有开始的督查轮次。">
          <Button kind="outlined" href="/today">
            回到今日
          </Button>
        </Empty>
      </Page>
    );
  }
  const choose = (id: string) => {
    setChosen(id);
    const point = points.find((each) => each.id === id);
    if (point && board && !sight?.has(id)) board.goTo(point);
  };
  return (
    <Page title="地图" facts={`${data.whose} · ${points.length} 个点位`} layout="panes">
      <div class="map-screen">
        <div class="map-stage">
          {Canvas && (
            <Canvas
              points={points}
              chosen={chosen}
              place={place}
              tileUrl={tileAddress(office?.tileUrl ?? null)}
              tileAttribution={office?.tileAttribution ?? ''}
              onChoose={setChosen}
              onSight={setSight}
              onBoard={setBoard}
            />
          )}
          {failed && (
            <Empty icon="no-network" text="地图程序没有取到，列表照常可用。">
              <Button kind="outlined" onClick={load}>
                再取一次
              </Button>
            </Empty>
          )}
          <MapControls board={board} tiles={office?.tileUrl != null} />
          <MapLegend points={points} />
        </div>
        <MapDrawer
          points={points}
          sight={sight}
          place={place}
          open={open ?? null}
          onChoose={choose}
          onClose={() => setChosen(null)}
        />
      </div>
    </Page>
  );
}
