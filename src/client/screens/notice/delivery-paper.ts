/** What a 送达 says, as the 送达回证 prints it. Pure. */
import type { PaperDelivery } from '../../../document/notice-input.ts';
import { sayDeliveryWay } from '../../../domain/delivery.ts';
import { giverOf, wayOf, withDuty } from '../../../protocol/hand-over.ts';
import type { Delivery, HandOver } from '../../../protocol/rows/index.ts';

export function paperDeliveryOf(delivery: Delivery): PaperDelivery {
  const { how, at, reason } = delivery;
  const note = [noteOf(how), reason === '' ? '' : `更正登记，理由：${reason}`];
  return {
    ...partsOf(how),
    kind: how.kind === 'online' ? 'otherwise' : how.kind,
    way: sayDeliveryWay(wayOf(how)),
    at,
    byName: giverOf(delivery).byName,
    note: note.filter((part) => part !== '').join('；'),
  };
}

type Parts = Pick<
  PaperDelivery,
  'receiver' | 'signature' | 'refusal' | 'witness' | 'witnessSignature'
>;

const NONE: Parts = {
  receiver: '',
  signature: null,
  refusal: '',
  witness: '',
  witnessSignature: null,
};

function partsOf(how: HandOver): Parts {
  switch (how.kind) {
    case 'signed':
      return { ...NONE, receiver: withDuty(how.receiver, how.duty), signature: how.signature };
    case 'refused':
      return {
        ...NONE,
        refusal: how.reason,
        witness: withDuty(how.witness, how.witnessDuty),
        witnessSignature: how.witnessSignature,
      };
    case 'online':
      return { ...NONE, receiver: withDuty(how.receiver, how.duty) };
    case 'otherwise':
      return { ...NONE, receiver: how.receiver };
  }
}

function noteOf(how: HandOver): string {
  if (how.kind === 'online') return '责任单位在线签收';
  if (how.kind !== 'otherwise') return '';
  const where = how.way === 'paper' ? '收件人在纸质回证上签名' : '';
  return [where, how.note].filter((part) => part !== '').join('；');
}
