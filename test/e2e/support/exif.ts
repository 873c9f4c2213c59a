/** What a camera writes into a photo besides the picture: whose it is, how it was held, and where (Exif 2.3, TIFF). */

export const MAKER = 'SAMPLE-CAMERA-4711';

/** 38°17′8.88″ N, 109°44′2.76″ E, as GPS writes it: numerator and denominator by turns. */
const LATITUDE = [38, 1, 17, 1, 888, 100];
const LONGITUDE = [109, 1, 44, 1, 276, 100];

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
}

const words = (tag: number, text: string): Entry => {
  const data = Buffer.from(`${text}\0`, 'ascii');
  return { tag, type: ASCII, count: data.length, data };
};
const longs = (values: readonly number[]) => {
  const data = Buffer.alloc(values.length * 4);
  for (const [nth, value] of values.entries()) data.writeUInt32LE(value, nth * 4);
  return data;
};
const rationals = (tag: number, values: readonly number[]): Entry => {
  return { tag, type: RATIONAL, count: values.length / 2, data: longs(values) };
};

/** One directory at its place in the file, what does not fit into an entry behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length);
  const behind: Buffer[] = [];
  let next = at + head.length;
  for (const [nth, { tag, type, count, data }] of entries.entries()) {
    const entry = 2 + nth * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (data.length <= 4) data.copy(head, entry + 8);
    else {
      head.writeUInt32LE(next, entry + 8);
      behind.push(data);
      next += data.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}

/** The bytes of the position as they stand in the file. */
export const POSITION = longs([...LATITUDE, ...LONGITUDE]).subarray(0, LATITUDE.length * 4);

/** What the camera's clock showed, and where it says so its zone. */
export interface CameraTime {
  /** `2023:11:07 10:42:31`. */
  readonly takenAt: string;
  /** `+08:00`. */
  readonly offset?: string;
}

/** The same JPEG as a camera would have left it, held upright: turned a quarter, with maker and position. */
export function asFromCamera(jpeg: Uint8Array, time: CameraTime | null = null): Buffer {
  const HEADER = 8;
  const first = (gpsAt: number, timeAt: number) =>
    directory(
      [
        words(0x010f, MAKER),
        { tag: 0x0112, type: SHORT, count: 1, data: Buffer.from([6, 0]) },
        ...(time ? [{ tag: 0x8769, type: LONG, count: 1, data: longs([timeAt]) }] : []),
        { tag: 0x8825, type: LONG, count: 1, data: longs([gpsAt]) },
      ],
      HEADER,
    );
  const gpsAt = HEADER + first(0, 0).length;
  const gps = directory(
    [
      words(0x0001, 'N'),
      rationals(0x0002, LATITUDE),
      words(0x0003, 'E'),
      rationals(0x0004, LONGITUDE),
    ],
    gpsAt,
  );
  const timeAt = gpsAt + gps.length;
  const told = time
    ? directory(
        [words(0x9003, time.takenAt), ...(time.offset ? [words(0x9011, time.offset)] : [])],
        timeAt,
      )
    : Buffer.alloc(0);
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const tiff = Buffer.concat([head, first(gpsAt, timeAt), gps, told]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
}
