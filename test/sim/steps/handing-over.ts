/** Handing a notice over: signed, refused, or by post with a photo of the receipt. */
import { deliverNotice } from '../../../src/client/store/deliver.ts';
import type { HandOver, NoticeRow } from '../../../src/protocol/rows/index.ts';
import { takePhoto } from './recording.ts';
import { type Scene, sayBy } from './saying.ts';

/** @param reason why the entry before does not stand; undefined for the first */
export async function handOver(scene: Scene, notice: NoticeRow, reason?: string): Promise<boolean> {
  const { desk, step } = scene;
  const photos = step.dice[1] % 3 === 0 ? await takePhoto(scene) : [];
  const how = howOf(
    step.dice[1],
    photos.map(({ id }) => id),
  );
  const args = { id: notice.id, how, at: null, photos };
  const name = reason === undefined ? 'notice.deliver' : 'notice.redeliver';
  const deed = reason === undefined ? args : { ...args, reason };
  return sayBy(scene, name, deed, () => deliverNotice(desk.author, deed, name, null));
}

function howOf(die: number, photoIds: string[]): HandOver {
  if (photoIds.length > 0) {
    return { kind: 'otherwise', way: 'post', receiver: '李某', note: '', photoIds };
  }
  const signature = {
    width: 600,
    height: 200,
    strokes: [
      [die % 600, 10, 300, 90],
      [7, 7],
    ],
  };
  return die % 2 === 0
    ? { kind: 'signed', receiver: '王某', duty: '', signature }
    : {
        kind: 'refused',
        reason: '负责人不在',
        witness: '赵某',
        witnessDuty: '',
        witnessSignature: signature,
      };
}
