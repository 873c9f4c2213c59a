import './signature-picture.css';
import type { Signature } from '../../../protocol/rows/index.ts';
import { pathOf } from '../delivery/strokes.ts';

/** A signature drawn from its vectors, dark on paper in both themes. */
export function SignaturePicture(props: { readonly signature: Signature; readonly label: string }) {
  const { width, height } = props.signature;
  return (
    <svg
      class="signature-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.label}
    >
      <path d={pathOf(props.signature)} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
