import './pins.css';
import type { PinState } from './pin.ts';
import { pinSvg } from './pin-svg.ts';

/** The pin as in the map, for the list and the legend; its markup holds no text of a person. */
export function PinPicture(props: { readonly state: PinState }) {
  const html = { __html: pinSvg(props.state) };
  return <span class="pin-picture" dangerouslySetInnerHTML={html} />;
}
