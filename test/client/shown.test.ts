import { expect, test } from 'vitest';
import { whileShown } from '../../src/client/devices/shown.ts';

function shown(persisted: boolean): Event {
  return Object.assign(new Event('pageshow'), { persisted });
}

test('a page that is left lets go of its line, and takes one up again when it is brought back', () => {
  const page = new EventTarget();
  let open = 0;
  const end = whileShown(() => {
    open += 1;
    return () => {
      open -= 1;
    };
  }, page);
  page.dispatchEvent(shown(false));
  expect(open).toBe(1);
  page.dispatchEvent(new Event('pagehide'));
  expect(open).toBe(0);
  page.dispatchEvent(shown(true));
  expect(open).toBe(1);
  end();
  page.dispatchEvent(shown(true));
  expect(open).toBe(0);
});
