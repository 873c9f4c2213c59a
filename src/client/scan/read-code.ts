/** jsQR is 45 KB: this module comes only where somebody scans. */
import jsQR from 'jsqr';

export function readCode(data: Uint8ClampedArray, width: number, height: number): string | null {
  const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
  return found && found.data !== '' ? found.data : null;
}
