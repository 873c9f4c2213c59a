/**
 * The globals of a browser, for the program's code that reaches for them: each
 * page finds its own storage and its own timers behind them. Installed once a
 * process; the rest of the process keeps Node's.
 */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { currentPage } from './page.ts';

/** What the page and the worker remember of who is signed in; the library keeps it open for good. */
const NOTES = 'keyval-store';
const notes = new IDBFactory();

/** Lines that the program has written to the console; the world reads and empties it. */
export const consoleLines: {
  readonly level: 'error' | 'warn' | 'info';
  readonly said: unknown[];
}[] = [];

let installed = false;

export function installBrowser(): void {
  if (installed) return;
  installed = true;
  const factory: IDBFactory = {
    cmp: (a, b) => notes.cmp(a, b),
    databases: () => storage().databases(),
    deleteDatabase: (name) => storage().deleteDatabase(name),
    open: (name, version) => (name === NOTES ? notes : storage()).open(name, version),
  };
  Reflect.set(globalThis, 'indexedDB', factory);
  Reflect.set(globalThis, 'IDBKeyRange', IDBKeyRange);
  Dexie.dependencies.indexedDB = factory;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  divertTimers();
  divertConsole();
}

function storage(): IDBFactory {
  const page = currentPage();
  if (!page) throw new Error('only a page has a storage');
  return page.storage.factory;
}

class PageTimer {
  readonly callOff: () => void;

  constructor(callOff: () => void) {
    this.callOff = callOff;
  }
}

function divertTimers(): void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  Reflect.set(globalThis, 'setTimeout', (run: () => void, ms = 0, ...rest: unknown[]) => {
    const page = currentPage();
    return page ? new PageTimer(page.later(run, ms)) : Reflect.apply(set, null, [run, ms, ...rest]);
  });
  Reflect.set(globalThis, 'clearTimeout', (timer: unknown) => {
    if (timer instanceof PageTimer) timer.callOff();
    else Reflect.apply(clear, null, [timer]);
  });
}

/** What a page says is for the world to judge, and not for this console. */
function divertConsole(): void {
  for (const level of ['error', 'warn', 'info'] as const) {
    const say = console[level];
    console[level] = (...said: unknown[]) => {
      if (currentPage()) consoleLines.push({ level, said });
      else Reflect.apply(say, console, said);
    };
  }
}
