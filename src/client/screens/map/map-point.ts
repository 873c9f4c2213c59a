import type { LonLat } from '../../../domain/place.ts';
import type { PinState } from './pin.ts';

/** One point as the map and its list need it. */
export interface MapPoint extends LonLat, PinState {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly categoryName: string;
  readonly initials: string;
  /** The inspection under way, to go on with. */
  readonly inspectionId: string | null;
}
