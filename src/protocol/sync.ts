/** The one round trip: push, then pull. Both sides parse what they receive by these schemas. */
import * as z from 'zod/mini';
import { ROWS } from './rows/index.ts';
import { Id, Instant, text, Uuid } from './rows/shared.ts';

/** Raised by every change of the wire; the server takes this one and the one before. */
export const PROTOCOL = 5;
export const OLDEST_PROTOCOL = 4;

/** At most so many deeds travel in one request. */
export const MAX_PUSH = 1000;

export const PushedMutation = z.object({
  seq: z.int().check(z.gte(1)),
  name: text(40),
  args: z.unknown(),
  /** The device's own time (ms) of the deed. */
  at: Instant,
  /** Server time minus device time (ms) as last measured before the deed. */
  offset: z.int(),
});
export type PushedMutation = z.infer<typeof PushedMutation>;

/** What a device says of itself, so that the office sees who holds unsent work. */
export const DeviceReport = z.object({
  deviceId: Uuid,
  label: text(80),
  appVersion: text(40),
  /** Deeds and photos that the server had not acknowledged when this was sent. */
  unsent: z.int().check(z.gte(0)),
  unsentPhotos: z.int().check(z.gte(0)),
  /** Device time of the oldest of them, corrected; null with none. */
  unsentSince: z.nullable(Instant),
  refused: z.int().check(z.gte(0)),
  storageFree: z.nullable(z.number().check(z.gte(0))),
  storageError: z.nullable(text(200)),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

export const SyncRequest = z.object({
  protocol: z.int(),
  /**
   * Whose store this is: another person may have signed in on the same tablet, and a
   * request bears the sign-in of whoever did so last. Absent before protocol 3.
   */
  accountId: z.optional(Id),
  clientId: Uuid,
  /** Null for a first pull; otherwise the server's own word of the last answer. */
  cursor: z.nullable(text(200)),
  mutations: z.array(PushedMutation).check(z.maxLength(MAX_PUSH)),
  device: DeviceReport,
});
export type SyncRequest = z.infer<typeof SyncRequest>;

export const SyncResult = z.object({
  seq: z.int(),
  status: z.enum(['applied', 'rejected']),
  code: z.optional(text(60)),
  detail: z.optional(text(2000)),
});
export type SyncResult = z.infer<typeof SyncResult>;

/** What a device says of itself, as it stands once these answers to its deeds have reached it. */
export function settledReport(report: DeviceReport, results: readonly SyncResult[]): DeviceReport {
  const unsent = Math.max(0, report.unsent - results.length);
  const rejected = results.filter((result) => result.status === 'rejected').length;
  return {
    ...report,
    unsent,
    unsentSince: unsent + report.unsentPhotos > 0 ? report.unsentSince : null,
    refused: report.refused + rejected,
  };
}

const Puts = z.object({
  office: z.optional(z.array(ROWS.office)),
  calendar: z.optional(z.array(ROWS.calendar)),
  unit: z.optional(z.array(ROWS.unit)),
  checklist: z.optional(z.array(ROWS.checklist)),
  point: z.optional(z.array(ROWS.point)),
  round: z.optional(z.array(ROWS.round)),
  team: z.optional(z.array(ROWS.team)),
  inspection: z.optional(z.array(ROWS.inspection)),
  finding: z.optional(z.array(ROWS.finding)),
  photo: z.optional(z.array(ROWS.photo)),
  notice: z.optional(z.array(ROWS.notice)),
  event: z.optional(z.array(ROWS.event)),
  font: z.optional(z.array(ROWS.font)),
  signer: z.optional(z.array(ROWS.signer)),
  reply: z.optional(z.array(ROWS.reply)),
  recheck: z.optional(z.array(ROWS.recheck)),
  extension: z.optional(z.array(ROWS.extension)),
  handoff: z.optional(z.array(ROWS.handoff)),
  letter: z.optional(z.array(ROWS.letter)),
});

export const Patch = z.object({
  /** True when the client must forget the server's rows (never its outbox) before this. */
  reset: z.boolean(),
  puts: Puts,
  dels: z.array(z.object({ table: z.keyof(Puts), id: Id })),
});
export type Patch = z.infer<typeof Patch>;

export const Lease = z.object({ agency: text(20), year: z.int(), seq: z.int() });
export type Lease = z.infer<typeof Lease>;

export const SyncResponse = z.object({
  protocol: z.int(),
  results: z.array(SyncResult),
  /** The last place in this client's order that the server has taken. */
  lastSeq: z.int(),
  /** True when a pushed place was beyond the next one: nothing from there on was taken. */
  gap: z.boolean(),
  patch: Patch,
  cursor: text(200),
  more: z.boolean(),
  serverTime: Instant,
  /** Every number that this client holds unused, as the server has it. */
  numberLeases: z.array(Lease),
});
export type SyncResponse = z.infer<typeof SyncResponse>;
