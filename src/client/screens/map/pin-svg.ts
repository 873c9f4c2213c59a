/**
 * Pins and clusters as SVG markup without a style attribute, so that the page's
 * security policy need not allow any; colours come from map.css by class. No text
 * of a person ever enters this markup.
 */
import type { PointProgress } from '../../../domain/point-progress.ts';
import { type PinShape, type PinState, shapeOf } from './pin.ts';

const OUTLINES: Record<PinShape, string> = {
  circle: '<circle cx="16" cy="16" r="11"/>',
  diamond: '<path d="M16 2.5L29.5 16 16 29.5 2.5 16z"/>',
  square: '<path d="M4 4h24v24H4z"/>',
};

/** The left half of the shape, for 进行中. */
const HALVES: Record<PinShape, string> = {
  circle: '<path d="M16 5a11 11 0 0 0 0 22z"/>',
  diamond: '<path d="M16 2.5V29.5L2.5 16z"/>',
  square: '<path d="M4 4h12v24H4z"/>',
};

const CHECK = '<path class="pin-sign" d="M10.5 16.2l4 4L21.8 12"/>';
const CROSS = '<path class="pin-sign" d="M12.5 12.5l7 7M19.5 12.5l-7 7"/>';
const BANG = '<path class="pin-sign" d="M16 9.5v7.5M16 20v2.5"/>';

function signOf(shape: PinShape, progress: PointProgress): string {
  const sign = shape === 'diamond' ? CROSS : shape === 'square' ? BANG : '';
  if (sign === '') return progress === 'done' ? CHECK : '';
  // Over a half-filled shape the sign needs a ground of its own.
  const ground = progress === 'doing' ? sign.replace('pin-sign', 'pin-sign-ground') : '';
  return ground + sign;
}

export function pinSvg(state: PinState): string {
  const shape = shapeOf(state);
  const half = state.progress === 'doing' ? `<g class="pin-half">${HALVES[shape]}</g>` : '';
  return (
    `<svg class="pin ${shape} ${state.progress}" viewBox="0 0 32 32" aria-hidden="true">` +
    `<g class="pin-shape">${OUTLINES[shape]}</g>${half}${signOf(shape, state.progress)}</svg>`
  );
}

/** Count, ring = share 已查, corner badge = the worst problem inside. */
export function clusterSvg(states: readonly PinState[]): string {
  const done = states.filter((state) => state.progress === 'done').length;
  const share = done / Math.max(1, states.length);
  const worst: PinShape = states.some((state) => state.overdue > 0)
    ? 'square'
    : states.some((state) => state.open > 0)
      ? 'diamond'
      : 'circle';
  const ring =
    share > 0
      ? `<circle class="cluster-done" cx="24" cy="24" r="18" pathLength="100" stroke-dasharray="${(
          share * 100
        ).toFixed(1)} 100" transform="rotate(-90 24 24)"/>`
      : '';
  const badge =
    worst === 'circle'
      ? ''
      : `<g class="cluster-badge ${worst}" transform="translate(30 0) scale(0.5625)">${OUTLINES[worst]}${signOf(worst, 'done')}</g>`;
  return (
    '<svg class="cluster" viewBox="0 0 48 48" aria-hidden="true">' +
    '<circle class="cluster-ground" cx="24" cy="24" r="21"/>' +
    `${ring}<circle class="cluster-core" cx="24" cy="24" r="14"/>` +
    `<text x="24" y="29.5" text-anchor="middle">${states.length}</text>${badge}</svg>`
  );
}
