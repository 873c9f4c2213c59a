/**
 * 离线包: what a tablet holds and the office lacks, to be carried there by hand.
 * Here is what it says; parcel-file.ts is the file that says it. An import pushes
 * the deeds under the account, client and places that they have on the tablet, so
 * that any number of imports, and the tablet itself coming back, are one.
 */
import * as z from 'zod/mini';
import { Id, Instant, Sha256, text, Uuid } from './rows/shared.ts';
import { DeviceReport, MAX_PUSH, PushedMutation, SyncResult } from './sync.ts';

/** Characters; whoever holds the file may guess at leisure, so no fewer than a password has. */
export const MIN_PASSPHRASE = 10;

/** Characters of one part's text, about what travels in one push. */
export const MAX_PART_TEXT = 4_000_000;

/** Whose and which tablet's it is, and as of when. */
export const ParcelOrigin = z.object({
  /** The wire that its deeds were made for. */
  protocol: z.int(),
  officeId: Id,
  accountId: Id,
  clientId: Uuid,
  /** Corrected time (ms). */
  madeAt: Instant,
  /** Place of the last deed in the file; 0 for none. */
  lastSeq: z.int().check(z.gte(0)),
  /** What the tablet would have said of itself at that moment. */
  report: DeviceReport,
});
export type ParcelOrigin = z.infer<typeof ParcelOrigin>;

const Count = z.int().check(z.gte(0));

/** What the file holds: said at its beginning, and proved at its end. */
export const ParcelCounts = z.object({
  deeds: Count,
  /** On their way to the office. */
  photos: Count,
  refused: Count,
  drafts: Count,
  /** Of refused deeds and drafts alone. */
  keptPhotos: Count,
});
export type ParcelCounts = z.infer<typeof ParcelCounts>;

export const ParcelAbout = z.object({
  origin: ParcelOrigin,
  accountName: text(60),
  officeName: text(200),
  counts: ParcelCounts,
});
export type ParcelAbout = z.infer<typeof ParcelAbout>;

export const ParcelDeed = z.extend(PushedMutation, { title: text(5000) });
export type ParcelDeed = z.infer<typeof ParcelDeed>;

/** Some of the deeds, in order. A file has at least one such part, be it empty. */
export const ParcelDeeds = z.object({
  origin: ParcelOrigin,
  deeds: z.array(ParcelDeed).check(z.maxLength(MAX_PUSH)),
});
export type ParcelDeeds = z.infer<typeof ParcelDeeds>;

/** For people, not for the office's books: what was refused before, and what was not yet saved. */
export const ParcelKept = z.object({
  refused: z.array(
    z.object({
      title: text(5000),
      name: text(40),
      args: z.unknown(),
      at: Instant,
      code: text(60),
      detail: text(2000),
    }),
  ),
  drafts: z.array(z.unknown()),
});
export type ParcelKept = z.infer<typeof ParcelKept>;

/** HMAC-SHA-256 in hex. */
export const Seal = Sha256;

/** One part on its way to the office. */
export const ParcelPart = z.object({
  /** One run of one import. */
  run: Uuid,
  /** Which file, see parcel-file.ts. */
  digest: Sha256,
  /** ParcelDeeds as it stands in the file, letter by letter, since that is what is sealed. */
  deeds: text(MAX_PART_TEXT),
  /** By the key that the office has lent to that tablet; null where it had none. */
  seal: z.nullable(Seal),
});
export type ParcelPart = z.infer<typeof ParcelPart>;

export const ParcelPartAnswer = z.object({
  results: z.array(SyncResult),
  /** The last place that the office had taken before: results up to here were known. */
  before: z.int(),
  lastSeq: z.int(),
  /** True where deeds before these are in neither the file nor the office. */
  gap: z.boolean(),
});
export type ParcelPartAnswer = z.infer<typeof ParcelPartAnswer>;

/** After the last photo. */
export const ParcelEnd = z.object({
  run: Uuid,
  photos: z.array(Sha256).check(z.maxLength(20_000)),
});
export type ParcelEnd = z.infer<typeof ParcelEnd>;

/** How many of these photos the office has now. */
export const ParcelEndAnswer = z.object({ arrived: Count, missing: Count });
export type ParcelEndAnswer = z.infer<typeof ParcelEndAnswer>;

export const PARCEL_TROUBLES = {
  'not-a-parcel': '这不是离线包文件',
  'parcel-newer': '离线包由更新版本的程序导出，请先更新这里的程序',
  'passphrase-wrong': '口令不对，离线包没有打开。口令是导出时定的，不是登录密码',
  'parcel-cut': '离线包不完整，后面缺了一段。请重新拷贝，或在原设备上重新导出',
  'parcel-damaged': '离线包已损坏或被改动过，没有导入。请重新拷贝，或在原设备上重新导出',
  'parcel-gap':
    '离线包以前的内容还没有入账，这些没有导入。请先导入更早的离线包，或让原设备联网同步',
} as const;
export type ParcelTroubleCode = keyof typeof PARCEL_TROUBLES;

/** Why a file cannot be taken. */
export class ParcelTrouble extends Error {
  override readonly name = 'ParcelTrouble';
  readonly code: ParcelTroubleCode;

  constructor(code: ParcelTroubleCode) {
    super(PARCEL_TROUBLES[code]);
    this.code = code;
  }
}
