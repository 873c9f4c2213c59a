import { expect, test, vi } from 'vitest';
import { haltLoading, loadLater, loadTheRest } from '../../src/client/the-rest.ts';

test('what comes later comes one after another, whatever fails, and once halted nothing more is asked for', async () => {
  const said: string[] = [];
  const info = vi.spyOn(console, 'info').mockReturnValue();
  loadLater(async () => said.push('a'));
  loadLater(() => Promise.reject(new Error('offline')));
  loadLater(async () => said.push('b'));
  await loadTheRest();
  expect(said).toEqual(['a', 'b']);

  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  said.length = 0;
  loadLater(async () => {
    said.push('c');
    await arrival;
    said.push('c is here');
  });
  loadLater(async () => said.push('d'));
  const rest = loadTheRest();
  await vi.waitFor(() => expect(said).toContain('c'));
  const halt = haltLoading().then(() => said.push('halted'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(said).toEqual(['a', 'b', 'c']);
  arrive();
  await Promise.all([rest, halt]);
  expect(said).toEqual(['a', 'b', 'c', 'c is here', 'halted']);
  info.mockRestore();
});
