import { describe, expect, test } from 'vitest';
import { listenForPokes, type PokeSource } from '../../src/client/sync/poke.ts';

class Line implements PokeSource {
  readyState = 0;
  readonly heard = new Map<string, (event: { data?: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.heard.set(type, listener);
  }

  close(): void {
    this.readyState = 2;
  }

  says(type: 'poke' | 'open' | 'error' | 'unread', readyState = 1, data?: unknown): void {
    this.readyState = readyState;
    this.heard.get(type)?.({ data });
  }
}

function listening() {
  const lines: Line[] = [];
  const heard: string[] = [];
  let due: (() => void) | null = null;
  const stop = listenForPokes({
    open() {
      const line = new Line();
      lines.push(line);
      return line;
    },
    onUnread: (unread) => heard.push(`unread ${unread}`),
    onPoke: () => heard.push('poke'),
    onBack: () => heard.push('back'),
    setTimer(run) {
      due = run;
      return () => {
        due = null;
      };
    },
  });
  return { lines, heard, stop, passTime: () => due?.() };
}

describe('the line to the office', () => {
  test('tells of news', () => {
    const { lines, heard } = listening();
    lines[0]?.says('open');
    lines[0]?.says('poke');
    expect(heard).toEqual(['poke']);
  });

  test('tells how many messages are unread', () => {
    const { lines, heard } = listening();
    lines[0]?.says('unread', 1, '3');
    expect(heard).toEqual(['unread 3']);
  });

  test('that the browser mends by itself tells that the office is back', () => {
    const { lines, heard } = listening();
    lines[0]?.says('open');
    lines[0]?.says('error', 0);
    lines[0]?.says('open');
    expect(heard).toEqual(['back']);
    expect(lines).toHaveLength(1);
  });

  test('that the browser gave up is opened again after a while', () => {
    const { lines, heard, passTime } = listening();
    lines[0]?.says('error', 2);
    expect(lines).toHaveLength(1);
    passTime();
    lines[1]?.says('open');
    lines[1]?.says('poke');
    expect(heard).toEqual(['back', 'poke']);
  });

  test('once left is silent and stays closed', () => {
    const { lines, heard, stop, passTime } = listening();
    lines[0]?.says('error', 2);
    stop();
    passTime();
    expect(lines).toHaveLength(1);
    expect(lines[0]?.readyState).toBe(2);
    expect(heard).toEqual([]);
  });
});
