/** What a camera says of the time, as it says it. */
import { expect, test } from 'vitest';
import { captureTime } from '../../src/domain/capture-time.ts';
import { instantOf } from '../../src/domain/civil.ts';
import { asFromCamera } from '../e2e/support/exif.ts';
import { jpeg } from '../support/jpeg.ts';

const PLAIN = jpeg(16, 12, 400);
const AT = instantOf('2023-11-07', 10) + 42 * 60_000 + 31_000;

const timeOf = (bytes: Uint8Array) => captureTime(new Uint8Array(bytes));

test('without a zone it is the office’s own time', () => {
  expect(timeOf(asFromCamera(PLAIN, { takenAt: '2023:11:07 10:42:31' }))).toBe(AT);
});

test('with a zone it is that one', () => {
  const paris = { takenAt: '2023:11:07 03:42:31', offset: '+01:00' };
  expect(timeOf(asFromCamera(PLAIN, paris))).toBe(AT);
  const west = { takenAt: '2023:11:06 23:12:31', offset: '-03:30' };
  expect(timeOf(asFromCamera(PLAIN, west))).toBe(AT);
});

test('a file that does not tell, tells nonsense or is cut off anywhere is just that', () => {
  expect(timeOf(PLAIN)).toBeNull();
  expect(timeOf(asFromCamera(PLAIN))).toBeNull();
  expect(timeOf(asFromCamera(PLAIN, { takenAt: '0000:00:00 00:00:00' }))).toBeNull();
  expect(timeOf(asFromCamera(PLAIN, { takenAt: '    :  :     :  :  ' }))).toBeNull();
  expect(timeOf(new TextEncoder().encode('不是照片'))).toBeNull();
  const whole = asFromCamera(PLAIN, { takenAt: '2023:11:07 10:42:31', offset: '+08:00' });
  for (let end = 0; end < whole.length; end += 1) {
    expect([null, AT]).toContain(timeOf(whole.subarray(0, end)));
  }
});
