/** An icon says nothing by itself: the control that holds it carries the name. */
import { ICON_SHAPES, type IconName } from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

const FILLED = 'fill:';

export function Icon(props: {
  readonly name: IconName;
  /** CSS px; the grid is drawn for 16 to 26. */
  readonly size?: number;
  /** Signs of state are heavier (2.6–3), so that they read at 16 in the sun. */
  readonly weight?: number;
}) {
  const { name, size = 22, weight = 1.75 } = props;
  const shape = ICON_SHAPES[name];
  const filled = shape.startsWith(FILLED);
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={filled ? shape.slice(FILLED.length) : shape}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        stroke-width={weight}
        stroke-linecap="square"
        stroke-linejoin="miter"
      />
    </svg>
  );
}
