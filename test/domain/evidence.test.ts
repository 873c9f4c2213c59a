/** Hints at photos: what is said, and above all what is not. */
import { describe, expect, test } from 'vitest';
import {
  CLOCKS_MS,
  type EvidenceCase,
  type EvidencePhoto,
  evidenceOf,
  lookAlikes,
  photoIndex,
} from '../../src/domain/evidence.ts';
import { sayEvidence } from '../../src/domain/say-evidence.ts';

const HOUR = 3_600_000;
const RECORDED = 1_699_000_000_000;
const GATE = { lon: 109.7341, lat: 38.2858, accuracy: 15 };

const CASE: EvidenceCase = {
  findingId: 'f1',
  recordedAt: RECORDED,
  place: GATE,
  issuedAt: RECORDED + 24 * HOUR,
  repliedAt: RECORDED + 72 * HOUR,
};

let made = 0;
function photo(part: Partial<EvidencePhoto> = {}): EvidencePhoto {
  made += 1;
  return {
    id: `p${made}`,
    findingId: 'f1',
    sha256: made.toString(16).padStart(64, '0'),
    phash: '',
    stage: 'reply',
    takenAt: RECORDED + 48 * HOUR,
    timed: true,
    place: null,
    ...part,
  };
}

function hintsOf(one: EvidencePhoto, others: readonly EvidencePhoto[] = [], about = CASE) {
  return evidenceOf(one, about, photoIndex([one, ...others]));
}

const PICTURE = '0f1e2d3c4b5a6978';
/** The same picture, ten bits and eleven bits away. */
const TEN = '0f1e2d3c4b5a6587';
const ELEVEN = '0f1e2d3c4b5a7587';

test('an honest reply is passed over in silence', () => {
  const before = photo({ stage: 'found', phash: 'ffff0000ffff0000', takenAt: RECORDED });
  expect(hintsOf(photo({ phash: PICTURE, place: GATE }), [before])).toEqual([]);
});

describe('the same picture', () => {
  test('for two problems is said, byte for byte or by what it shows', () => {
    const one = photo({ phash: PICTURE });
    const copy = photo({ findingId: 'f2', stage: 'found', sha256: one.sha256 });
    const saved = photo({ findingId: 'f3', stage: 'reply', phash: TEN });
    expect(hintsOf(one, [copy, saved])).toEqual([
      { kind: 'other-problem', other: copy, same: true },
    ]);
    const [hint] = hintsOf(one, [saved]);
    expect(hint).toEqual({ kind: 'other-problem', other: saved, same: false });
    expect(hint && sayEvidence(hint, '占道经营')).toBe('与问题“占道经营”的整改后照片几乎相同');
  });

  test('one bit further is another picture', () => {
    const one = photo({ phash: PICTURE });
    expect(hintsOf(one, [photo({ findingId: 'f2', phash: ELEVEN })])).toEqual([]);
  });

  test('sent as after is said', () => {
    const before = photo({ stage: 'found', phash: PICTURE, takenAt: RECORDED });
    for (const stage of ['reply', 'fix'] as const) {
      const [hint] = hintsOf(photo({ stage, phash: TEN }), [before]);
      expect(hint).toEqual({ kind: 'before-as-after', other: before, same: false });
      expect(hint && sayEvidence(hint)).toBe('与本问题的整改前照片几乎相同');
    }
  });

  test('is what a recheck from the same spot is meant to be, unless it is the very file', () => {
    const before = photo({ stage: 'found', phash: PICTURE, takenAt: RECORDED });
    expect(hintsOf(photo({ stage: 'recheck', phash: TEN }), [before])).toEqual([]);
    const again = photo({ stage: 'recheck', sha256: before.sha256 });
    expect(hintsOf(again, [before]).map(({ kind }) => kind)).toEqual(['before-as-after']);
  });

  test('two replies to one problem may show the same, and a receipt shows no problem', () => {
    const one = photo({ phash: PICTURE });
    const earlier = photo({ phash: PICTURE });
    const receipt = photo({ findingId: '', stage: 'receipt', phash: PICTURE });
    expect(hintsOf(one, [earlier, receipt])).toEqual([]);
  });

  test('unknown fingerprints are not alike', () => {
    expect(hintsOf(photo(), [photo({ findingId: 'f2' })])).toEqual([]);
  });
});

describe('the time of a photo', () => {
  const kinds = (one: EvidencePhoto) => hintsOf(one).map((hint) => sayEvidence(hint));

  test('before the problem, before the notice or after the reply is said', () => {
    expect(kinds(photo({ takenAt: RECORDED - HOUR }))).toEqual(['拍摄时间早于问题登记']);
    expect(kinds(photo({ takenAt: RECORDED + HOUR }))).toEqual(['拍摄时间早于通知书签发']);
    expect(kinds(photo({ takenAt: RECORDED + 73 * HOUR }))).toEqual(['拍摄时间晚于整改反馈']);
  });

  test('clocks may differ', () => {
    expect(kinds(photo({ takenAt: RECORDED + 24 * HOUR - CLOCKS_MS }))).toEqual([]);
    expect(kinds(photo({ takenAt: RECORDED + 72 * HOUR + CLOCKS_MS }))).toEqual([]);
  });

  test('fixed on the spot comes before any notice', () => {
    expect(kinds(photo({ stage: 'fix', takenAt: RECORDED + HOUR }))).toEqual([]);
    expect(kinds(photo({ stage: 'fix', takenAt: RECORDED - HOUR }))).toEqual([
      '拍摄时间早于问题登记',
    ]);
  });

  test('that no file told is said as that, and judged by nothing else', () => {
    expect(kinds(photo({ timed: false, takenAt: 0 }))).toEqual(['照片文件里没有拍摄时间']);
    expect(kinds(photo({ stage: 'found', timed: false }))).toEqual([]);
  });

  test('without notice or reply there is nothing to compare with', () => {
    const loose = { ...CASE, issuedAt: null, repliedAt: null };
    expect(hintsOf(photo({ takenAt: RECORDED + 900 * HOUR }), [], loose)).toEqual([]);
  });
});

describe('the place of a photo', () => {
  const east = (metres: number) => ({ ...GATE, lon: GATE.lon + metres / 87_300 });

  test('far from where the problem was recorded is said, beyond what positions err', () => {
    expect(hintsOf(photo({ place: east(225) }))).toEqual([]);
    const [hint] = hintsOf(photo({ place: east(480) }));
    expect(hint && sayEvidence(hint)).toBe('拍摄位置距问题登记处约 480 m');
    expect(hintsOf(photo({ place: { ...east(480), accuracy: 300 } }))).toEqual([]);
  });

  test('is asked only where both are known', () => {
    expect(hintsOf(photo({ place: null }))).toEqual([]);
    expect(hintsOf(photo({ place: east(9000) }), [], { ...CASE, place: null })).toEqual([]);
  });
});

test('20,000 photos are looked through in less than 50 ms', () => {
  const hash = (nth: number) =>
    BigInt.asUintN(64, BigInt(nth) * 0x9e3779b97f4a7c15n + 7n)
      .toString(16)
      .padStart(16, '0');
  const all = Array.from({ length: 20_000 }, (_, nth) =>
    photo({ findingId: `f${nth}`, phash: hash(nth + 1) }),
  );
  const index = photoIndex(all);
  const [first = photo()] = all;
  const copy = photo({ phash: first.phash });
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    expect(lookAlikes(index, copy)[0]).toBe(first);
    return performance.now() - began;
  });
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(50);
});
