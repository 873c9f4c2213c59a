import { afterEach, describe, expect, test, vi } from 'vitest';
import { sayClockOff } from '../../src/client/devices/clock.ts';
import { askPlace, lastPlace, place } from '../../src/client/devices/place.ts';

type Answer = (found: PositionCallback, failed: PositionErrorCallback) => void;

function geolocation(answer: Answer): void {
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition: answer } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  place.value = { kind: 'idle' };
  lastPlace.value = null;
});

describe('the position', () => {
  test('is taken once, when asked for', async () => {
    const coords = { longitude: 109.73, latitude: 38.29, accuracy: 12 };
    let asked = 0;
    vi.stubGlobal('navigator', {
      geolocation: {
        getCurrentPosition(found: (position: unknown) => void) {
          asked += 1;
          found({ coords, timestamp: 5.4 });
        },
      },
    });
    const [first, second] = await Promise.all([askPlace(), askPlace()]);
    const fix = { lon: 109.73, lat: 38.29, accuracy: 12, at: 5 };
    expect(first).toEqual({ kind: 'ok', place: fix });
    expect(second).toEqual(first);
    expect(asked).toBe(1);
    expect(lastPlace.value).toEqual(fix);
  });

  test.each([
    [1, 'denied'],
    [2, 'unavailable'],
    [3, 'timeout'],
  ] as const)('that fails (%i) says why, and the last one stays', async (code, why) => {
    const known = { lon: 1, lat: 2, accuracy: 3, at: 4 };
    lastPlace.value = known;
    geolocation((_found, failed) =>
      failed({ code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 }),
    );
    const state = await askPlace();
    expect(state).toMatchObject({ kind: 'failed', why });
    expect(place.value).toEqual(state);
    expect(lastPlace.value).toEqual(known);
  });

  test('of a browser without positioning is said to be unsupported', async () => {
    vi.stubGlobal('navigator', {});
    expect(await askPlace()).toMatchObject({ kind: 'failed', why: 'unsupported' });
  });

  test('that never comes is given up in time', async () => {
    vi.useFakeTimers();
    geolocation(() => undefined);
    const asked = askPlace();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await asked).toMatchObject({ kind: 'failed', why: 'timeout' });
    vi.useRealTimers();
  });
});

describe('a clock that is off', () => {
  test.each([
    [null, null],
    [0, null],
    [5 * 60_000, null],
    [-6 * 60_000, '本机时钟快了约 6 分钟，期限已按服务器时间计算'],
    [3 * 3_600_000, '本机时钟慢了约 3 小时，期限已按服务器时间计算'],
  ])('by %j ms says %j', (offset, sentence) => {
    expect(sayClockOff(offset)).toBe(sentence);
  });
});
