/** What floats over the map: zoom, 定位, and a word where there is no base map. */
import { askPlace, place } from '../../devices/place.ts';
import { Button } from '../../ui/button.tsx';
import type { Board } from './map-board.ts';

export function MapControls(props: { readonly board: Board | null; readonly tiles: boolean }) {
  const { board, tiles } = props;
  const state = place.value;
  return (
    <>
      {!tiles && <p class="map-note">没有底图也可用，点位都在</p>}
      <div class="map-zoom">
        <Button kind="plain" icon="plus" label="放大" onClick={() => board?.zoom(1)} />
        <Button kind="plain" icon="minus" label="缩小" onClick={() => board?.zoom(-1)} />
      </div>
      <div class="map-locate">
        {state.kind === 'failed' && (
          <p class="map-locate-note" role="status">
            {state.message}
          </p>
        )}
        {state.kind === 'asking' && (
          <p class="map-locate-note" role="status">
            正在定位
          </p>
        )}
        <Button
          kind="outlined"
          icon="locate"
          label="定位"
          disabled={state.kind === 'asking'}
          onClick={() => void askPlace()}
        />
      </div>
    </>
  );
}
