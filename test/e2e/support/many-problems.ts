/** Problems by the hundred, recorded and in part put on notices, as one inspector's tablet would. */
import { randomUUID } from 'node:crypto';
import { OfficeClient } from '../../support/office-client.ts';

const UNITS = ['U03', 'U04', 'U06'] as const;
const ON_A_NOTICE = 20;

export interface Field {
  record(text: string, unitId: string): Promise<void>;
}

export async function manyProblems(url: string, password: string, count: number): Promise<Field> {
  const inspector = await OfficeClient.signIn(url, 'inspector1', password);
  const pages = await inspector.pullAll();
  const team = pages
    .flatMap((puts) => puts.team ?? [])
    .find(({ memberIds }) => memberIds.includes(inspector.session.accountId));
  if (!team) throw new Error('the inspector walks in no group');
  const record = (text: string, unitId: string, nth: number) => {
    const id = randomUUID();
    inspector.does('finding.record', {
      id,
      roundId: team.roundId,
      pointId: team.pointIds[nth % team.pointIds.length] ?? '',
      inspectionId: null,
      itemId: null,
      place: null,
      text,
      count: null,
      unitId,
      deadline: { kind: 'days', days: 7 },
      photos: [],
    });
    return id;
  };
  for (const [at, unitId] of UNITS.entries()) {
    const own = Array.from({ length: count }, (_, nth) => nth).filter((nth) => nth % 3 === at);
    const ids = own.map((nth) => record(`路面破损，第 ${nth} 处`, unitId, nth));
    inspector.does('notice.issue', {
      id: randomUUID(),
      roundId: team.roundId,
      teamId: team.id,
      unitId,
      findingIds: ids.slice(0, ON_A_NOTICE),
      deadline: { kind: 'days', days: 7 },
      number: null,
    });
  }
  const { results } = await inspector.sync();
  const refused = results.filter(({ status }) => status === 'rejected');
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return {
    async record(text, unitId) {
      record(text, unitId, 0);
      await inspector.sync();
    },
  };
}
