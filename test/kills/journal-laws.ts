/** The office's journal, deed by deed, against what the screen has confirmed: each once, and nobody else's. */
import { hold } from '../sim/laws/law.ts';
import type { Ledger } from './ledger.ts';
import type { JournalLine, OfficeBook } from './office-book.ts';

export function checkJournal(ledger: Ledger, { journal }: OfficeBook, own: string): void {
  for (const { client, seq, name, outcome, code } of journal) {
    hold(outcome === 'applied', 'nothing is refused', () => `${client}.${seq} ${name}: ${code}`);
  }
  const lines = journal.filter(({ client }) => client === own);
  namedOnce(ledger, 'visit', linesOf(lines, 'inspection.start'));
  namedOnce(ledger, 'notice', linesOf(lines, 'notice.issue'));
  problemsOnce(ledger, linesOf(lines, 'finding.record'));
  answersInOrder(ledger, linesOf(lines, 'inspection.answer'));
  const known = ['inspection.start', 'notice.issue', 'finding.record', 'inspection.answer'];
  for (const { seq, name } of lines) {
    hold(known.includes(name), 'nobody else speaks for a person', () => `${seq} ${name}`);
  }
}

function linesOf(lines: readonly JournalLine[], name: string): unknown[] {
  return lines.filter((line) => line.name === name).map(({ args }) => args);
}

function wordOf(args: unknown, name: string): string {
  return String(Reflect.get(Object(args), name));
}

/** Of what the screen gave no name before it was gone, there may be one each. */
function namedOnce(ledger: Ledger, kind: 'visit' | 'notice', deeds: readonly unknown[]): void {
  const ids = deeds.map((args) => wordOf(args, 'id'));
  for (const { name } of ledger.saved(kind)) {
    const times = ids.filter((id) => id === name).length;
    hold(times === 1, 'nothing that was saved is lost or doubled', () => {
      return `${kind} ${name} is in the journal ${times} times`;
    });
  }
  const more = ids.length - ledger.saved(kind).length;
  const perhaps = ledger.unheard(kind).length;
  hold(new Set(ids).size === ids.length && more <= perhaps, 'nothing is doubled', () => {
    return `${kind}: ${more} beyond the confirmed ones, ${perhaps} were under way at a kill`;
  });
}

function problemsOnce(ledger: Ledger, deeds: readonly unknown[]): void {
  const texts = deeds.map((args) => wordOf(args, 'text'));
  for (const { said, fate } of ledger.of('finding')) {
    const times = texts.filter((text) => text === said.text).length;
    const least = fate === 'saved' ? 1 : 0;
    hold(times >= least && times <= 1, 'nothing that was saved is lost or doubled', () => {
      return `${said.text} (${fate}) is in the journal ${times} times`;
    });
  }
  const said = new Set(ledger.of('finding').map((act) => act.said.text));
  const strange = texts.filter((text) => !said.has(text));
  hold(strange.length === 0, 'nobody else speaks for a person', () => String(strange));
}

/** Item by item the taps, in their order; one that was under way at a kill may be missing. */
function answersInOrder(ledger: Ledger, deeds: readonly unknown[]): void {
  const items = new Map<string, { taps: string; journal: string }>();
  const of = (visitId: string, itemId: string) => {
    const key = `${itemId} of visit ${visitId}`;
    const item = items.get(key) ?? { taps: '', journal: '' };
    items.set(key, item);
    return item;
  };
  for (const { said, fate } of ledger.of('answer')) {
    const { visitId, itemId, verdict } = said;
    of(visitId, itemId).taps += fate === 'saved' ? `${verdict},` : `(${verdict},)?`;
  }
  for (const args of deeds) {
    of(wordOf(args, 'id'), wordOf(args, 'itemId')).journal += `${wordOf(args, 'verdict')},`;
  }
  for (const [key, { taps, journal }] of items) {
    hold(new RegExp(`^${taps}$`).test(journal), 'nothing that was saved is lost or doubled', () => {
      return `${key}: tapped ${taps} in the journal ${journal}`;
    });
  }
}
