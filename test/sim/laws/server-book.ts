/** What stands in the office's own books, read straight from its disk once a commit. */
import type Sqlite from 'better-sqlite3';
import { deedKey } from '../world/ledger.ts';
import type { World } from '../world/world.ts';

export interface JournalLine {
  readonly client: string;
  readonly seq: number;
  readonly account_id: string;
  readonly name: string;
  readonly args: string;
  readonly outcome: 'applied' | 'rejected';
  readonly code: string;
  /** What was said, as the ledgers know it. */
  readonly key: string;
}

export interface ClientLine {
  readonly id: string;
  readonly account_id: string;
  readonly last_seq: number;
}

export interface RegisterLine {
  readonly agency: string;
  readonly year: number;
  readonly seq: number;
  readonly state: string;
  readonly client: string;
  readonly notice_id: string;
  readonly reason: string;
  readonly recalled_by: string;
}

export interface PhotoLine {
  readonly id: string;
  readonly sha256: string;
  readonly arrived: number;
  readonly removed: number;
  readonly shown_to: string;
  readonly finding_id: string;
  readonly notice_id: string;
}

export class ServerBook {
  readonly clients: ReadonlyMap<string, ClientLine>;
  /** By client, in order. */
  readonly journal: ReadonlyMap<string, readonly JournalLine[]>;
  readonly register: readonly RegisterLine[];
  readonly series: readonly { agency: string; year: number; next: number }[];
  readonly photos: readonly PhotoLine[];
  readonly blobs: ReadonlySet<string>;

  constructor(disk: Sqlite.Database) {
    const all = <R>(sql: string): R[] => disk.prepare<unknown[], R>(sql).all();
    const clients = all<ClientLine>('select id, account_id, last_seq from client');
    this.clients = new Map(clients.map((client) => [client.id, client]));
    const lines = all<Omit<JournalLine, 'key'>>(
      'select client, seq, account_id, name, args, outcome, code from journal order by client, seq',
    );
    this.journal = byClient(lines.map((line) => ({ ...line, key: keyOf(line) })));
    this.register = all('select * from number_register order by agency, year, seq');
    this.series = all('select agency, year, next from number_series');
    this.photos = all('select * from photo');
    this.blobs = new Set(
      all<{ sha256: string }>('select sha256 from photo_blob').map((b) => b.sha256),
    );
  }

  journalOf(client: string | null): readonly JournalLine[] {
    return this.journal.get(client ?? '') ?? [];
  }
}

const books = new WeakMap<World, { readonly commits: number; readonly book: ServerBook }>();

export function serverBook(world: World): ServerBook {
  const { commits } = world.office.history;
  const known = books.get(world);
  if (known?.commits === commits) return known.book;
  const book = new ServerBook(world.office.disk);
  books.set(world, { commits, book });
  return book;
}

const keys = new Map<string, string>();

/** The same lines are read again and again. */
function keyOf({ name, args }: Omit<JournalLine, 'key'>): string {
  const text = `${name} ${args}`;
  const known = keys.get(text) ?? deedKey(name, JSON.parse(args));
  if (keys.size > 5_000) keys.clear();
  keys.set(text, known);
  return known;
}

function byClient(lines: readonly JournalLine[]): Map<string, JournalLine[]> {
  const journal = new Map<string, JournalLine[]>();
  for (const line of lines) {
    const known = journal.get(line.client);
    if (known) known.push(line);
    else journal.set(line.client, [line]);
  }
  return journal;
}
