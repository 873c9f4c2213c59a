/** What an inspector does in weeks without a network: 584 problems, each with a photo, on 142 notices. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { Rows } from './city.ts';

export const FINDINGS = 584;
export const NOTICES = 142;

type NamedDeed<N extends 'finding.record' | 'notice.issue'> = {
  readonly id: string;
  readonly name: N;
  readonly title: string;
  readonly args: MutationArgs[N];
};

/** A deed in the words of the protocol; to a floor or a peer it is a document. */
export type Deed = NamedDeed<'finding.record'> | NamedDeed<'notice.issue'>;

/** So much wording that all of it together weighs the 1.04 MB that the figure names. */
const SENTENCES = 18;

/** The same kind of work anew at each call, with ids of its own. */
export function offlineWork(city: Rows, account: string): Deed[] {
  const team = city.team?.find(({ memberIds }) => memberIds.includes(account));
  const round = city.round?.find(({ id }) => id === team?.roundId);
  const units = city.unit ?? [];
  if (!team || !round) throw new Error('the account walks in no group');
  const own = new Set(team.pointIds);
  const points = (city.point ?? []).filter(({ id }) => own.has(id));
  const sentences = (city.checklist ?? []).flatMap(({ items }) => items.map(({ text }) => text));
  const deeds: Deed[] = [];
  for (let nth = 0, done = 0; nth < NOTICES; nth += 1) {
    const unitId = units[nth % units.length]?.id ?? '';
    const share = Math.floor(((nth + 1) * FINDINGS) / NOTICES) - done;
    const findingIds: string[] = [];
    for (const first = done; done < first + share; done += 1) {
      const point = points[done % points.length];
      if (!point) throw new Error('the group walks no point');
      const id = uuidv7();
      const at = Date.now();
      const place = { lon: point.lon, lat: point.lat, accuracy: 12, at };
      findingIds.push(id);
      const text = Array.from(
        { length: SENTENCES },
        (_, part) => sentences[(done * SENTENCES + part) % sentences.length],
      ).join('；');
      const args: MutationArgs['finding.record'] = {
        id,
        roundId: round.id,
        pointId: point.id,
        inspectionId: null,
        itemId: null,
        place,
        text: `${point.name}：${text}`,
        count: (done % 5) + 1,
        unitId,
        deadline: { kind: 'days', days: 3 },
        photos: [
          {
            id: uuidv7(),
            sha256: createHash('sha256').update(id).digest('hex'),
            bytes: 412_345,
            width: 1600,
            height: 1200,
            takenAt: at,
            place,
          },
        ],
      };
      deeds.push({ id, name: 'finding.record', title: point.name, args });
    }
    const id = uuidv7();
    const deadline = { kind: 'days', days: 3 } as const;
    const facts = { id, roundId: round.id, teamId: team.id, unitId, findingIds, deadline };
    deeds.push({ id, name: 'notice.issue', title: '签发通知书', args: { ...facts, number: null } });
  }
  return deeds;
}
