/**
 * 诊断包: how this program and this store are doing, for whoever looks for a fault.
 * Codes, counts, sizes and times alone: nothing of what a person wrote, photographed
 * or is called may ever stand in it, and every text in it is of a closed list.
 */
import { MUTATIONS } from '../../protocol/mutations/index.ts';
import { TABLES } from '../../protocol/rows/index.ts';
import { PROTOCOL } from '../../protocol/sync.ts';
import type { StorageState } from '../devices/storage.ts';
import { listClearable } from '../store/clearing.ts';
import { type LocalDatabase, SCHEMA_VERSION } from '../store/database.ts';
import { readHead } from '../store/head.ts';
import { readLog } from '../store/log.ts';
import { readFacts } from '../store/meta.ts';
import type { LogRow } from '../store/tables.ts';
import { custody } from '../sync/custody.ts';
import type { SyncStatus } from '../sync/status.ts';

export interface DiagnosticsParts {
  readonly db: LocalDatabase;
  readonly appVersion: string;
  readonly userAgent: string;
  readonly storage: StorageState;
  readonly status: SyncStatus;
  /** Device time (ms). */
  readonly at: number;
  /** Kinds of what is wrong with this store as it is now. */
  readonly alarms: readonly string[];
}

const OWN = ['outbox', 'receipt', 'refused', 'base', 'draft', 'blob', 'jpeg', 'lease'] as const;
const ERRORS_SHOWN = 20;

export async function diagnosticsOf(parts: DiagnosticsParts): Promise<object> {
  const { db, status, at } = parts;
  const [head, facts, held, clearable, log, tables] = await Promise.all([
    readHead(db),
    readFacts(db),
    custody(db),
    listClearable(db),
    readLog(db),
    countsOf(db),
  ]);
  const events = log.map(plain);
  return {
    kind: 'xundian-diagnostics',
    madeAt: new Date(at).toISOString(),
    versions: {
      app: parts.appVersion,
      protocol: PROTOCOL,
      schema: SCHEMA_VERSION,
      userAgent: parts.userAgent,
    },
    /** The store, as the office's list of devices knows it. */
    clientId: facts.clientId ?? null,
    storage: parts.storage,
    clock: { offsetMs: head.offset },
    sync: {
      phase: status.phase,
      failure: status.failure ? codeIn(status.failure.code) : null,
      lastContact: status.lastContact,
      firstPullDone: facts.pulled ?? false,
      hasCursor: facts.cursor !== undefined,
      lastSeq: head.lastSeq,
      generation: head.generation,
    },
    custody: held,
    clearable: { photos: clearable.length, bytes: sum(clearable.map(({ bytes }) => bytes)) },
    tables,
    states: await statesOf(db),
    alarms: parts.alarms.map(codeIn),
    events,
    errors: events
      .filter(({ code, kind }) => code !== 'ok' && kind !== 'open')
      .slice(-ERRORS_SHOWN),
  };
}

async function countsOf(db: LocalDatabase): Promise<Record<string, number>> {
  const names = [...TABLES, ...OWN, 'log'];
  const counts = await Promise.all(names.map((name) => db.table(name).count()));
  return Object.fromEntries(names.map((name, nth) => [name, counts[nth] ?? 0]));
}

/** How many there are of each state, in each table that has states. */
async function statesOf(db: LocalDatabase): Promise<Record<string, Record<string, number>>> {
  const [outbox, refused, blobs, findings, notices, inspections, leases] = await Promise.all([
    db.outbox.toArray(),
    db.refused.toArray(),
    db.blob.toArray(),
    db.finding.toArray(),
    db.notice.toArray(),
    db.inspection.toArray(),
    db.lease.toArray(),
  ]);
  return {
    outbox: tallied(outbox.map(({ name }) => nameIn(name))),
    refused: tallied(
      refused.map(({ name, code, decision }) =>
        [nameIn(name), codeIn(code), decision?.how ?? 'open'].join(' '),
      ),
    ),
    photos: tallied(blobs.map(({ state }) => state)),
    photoTries: tallied(blobs.map(({ tries }) => `${Math.min(tries, 9)}`)),
    findings: tallied(findings.map(({ state }) => state)),
    notices: tallied(notices.map(({ state, number }) => (number ? state : `${state} unnumbered`))),
    inspections: tallied(
      inspections.map(({ finishedAt }) => (finishedAt === null ? 'open' : 'finished')),
    ),
    leases: tallied(leases.map(({ used }) => (used ? 'used' : 'free'))),
  };
}

function tallied(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Field by field, so that nothing comes along that a later version of a row might hold. */
function plain({ nth, at, kind, code, times, ms, pushed, refused, pulled, bytes }: LogRow) {
  return { nth, at, kind, code: codeIn(code), times, ms, pushed, refused, pulled, bytes };
}

/** A code as this program makes them; whatever else a network may have answered is not repeated. */
function codeIn(code: string): string {
  return /^[a-z0-9][a-z0-9.+-]{0,39}$/.test(code) ? code : 'other';
}

function nameIn(name: string): string {
  return Object.hasOwn(MUTATIONS, name) ? name : 'other';
}
