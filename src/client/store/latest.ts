interface Entry {
  write: () => Promise<void>;
  started: boolean;
  /** False for a deed, which nothing overtakes. */
  readonly overtakable: boolean;
}

/** The last entry of each key's line, and when it will have run. */
const lines = new Map<string, { entry: Entry; done: Promise<void> }>();

/**
 * Keeps a state under a key: of those that queue only the latest is written. The
 * first starts at once, so that leaving the page finds nothing held back. Settles
 * when this write, or the one that overtook it, has.
 */
export function writeLatest(key: string, write: () => Promise<void>): Promise<void> {
  const line = lines.get(key);
  if (line && !line.entry.started && line.entry.overtakable) {
    line.entry.write = write;
    return line.done;
  }
  return enqueue(key, { write, started: false, overtakable: true });
}

/** Runs after all that queues; nothing that comes later overtakes it. */
export function writeLast(key: string, write: () => Promise<void>): Promise<void> {
  return enqueue(key, { write, started: false, overtakable: false });
}

function enqueue(key: string, entry: Entry): Promise<void> {
  const run = () => {
    entry.started = true;
    return entry.write();
  };
  const before = lines.get(key);
  // The earlier write's failure was told to whoever asked for it.
  const done = before ? Promise.allSettled([before.done]).then(run) : run();
  const line = { entry, done };
  lines.set(key, line);
  const leave = () => {
    if (lines.get(key) === line) lines.delete(key);
  };
  done.then(leave, leave);
  return done;
}
