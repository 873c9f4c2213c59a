/** A QR on a white ground with its quiet zone, whatever the theme: cameras want dark on light. */
import './qr-code.css';
import { encode } from 'uqr';

export function QrCode(props: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(props.text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-dark" d={dark.join('')} />
    </svg>
  );
}
