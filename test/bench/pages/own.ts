/** The product: every deed by its own rule into its own store, every round trip by its own loop. */

import { issueNotice } from '../../../src/client/store/issue.ts';
import { mutate } from '../../../src/client/store/mutate.ts';
import { rememberSession } from '../../../src/client/store/remembered.ts';
import type { Deed } from '../work.ts';
import { type OwnTablet, openTablet, signIn } from './own-tablet.ts';
import { present } from './subject.ts';

let tablet: OwnTablet | null = null;
let done = 0;

present({
  async prepare(work) {
    const session = await signIn();
    await rememberSession(session);
    const opened = await openTablet(session);
    await opened.sync();
    for (const deed of work) await doIt(opened, deed);
    tablet = opened;
    done = work.length;
  },
  async reconnect() {
    if (!tablet) throw new Error('nothing was prepared');
    const began = performance.now();
    await tablet.sync();
    const ms = performance.now() - began;
    await requireReceipts(tablet, done);
    return ms;
  },
  async download() {
    const session = await signIn();
    const began = performance.now();
    const opened = await openTablet(session);
    await opened.sync();
    await opened.db.point.orderBy('id').first();
    return performance.now() - began;
  },
  async save() {
    throw new Error('a tap is measured in the app itself');
  },
});

async function doIt({ author }: OwnTablet, deed: Deed): Promise<void> {
  const { name, id, title, args } = deed;
  const outcome =
    name === 'notice.issue'
      ? await issueNotice(author, args, title)
      : await mutate(author, { name, id, title, args: () => args });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${outcome.detail}`);
}

async function requireReceipts({ db }: OwnTablet, deeds: number): Promise<void> {
  const [waiting, refused, accepted] = await Promise.all([
    db.outbox.count(),
    db.refused.count(),
    db.meta.get('accepted'),
  ]);
  if (waiting === 0 && refused === 0 && accepted?.value === deeds) return;
  throw new Error(`${waiting} wait, ${refused} were refused, ${accepted?.value} were accepted`);
}
