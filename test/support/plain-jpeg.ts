/** A JPEG that every decoder reads: one shade of grey, in as few bits as the format allows. */

/** Grey from 0 to 127 levels over the middle; the same arguments give the same bytes. */
export function plainJpeg(width: number, height: number, shade = 40): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits: number[] = [];
  // The first block says how far its mean is from grey (category 7), all others: no difference.
  bits.push(0, 1, ...bitsOf(64 + (shade & 63), 7), 0);
  for (let block = 1; block < blocks; block += 1) bits.push(0, 0, 0);
  while (bits.length % 8 !== 0) bits.push(1);
  const scan: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = bits.slice(at, at + 8).reduce((value, bit) => value * 2 + bit, 0);
    scan.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    // Differences: 00 for none, 01 for one of seven bits. Frequencies: 0 for "no more".
    ...segment(0xc4, [0x00, 0, 2, ...zeros(14), 0, 7]),
    ...segment(0xc4, [0x10, 1, 0, ...zeros(14), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
  ]);
}

function segment(marker: number, body: readonly number[]): number[] {
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...body];
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1);
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
