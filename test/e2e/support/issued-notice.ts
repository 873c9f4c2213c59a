/** An office issues one notice of so many problems and photos. */
import { uuidv7 } from 'uuidv7';
import { pullRows } from '../../bench/city.ts';
import { jpeg } from '../../support/jpeg.ts';
import { OfficeClient } from '../../support/office-client.ts';
import { metadata } from '../../support/uploads.ts';
import type { OfficeServer } from './office-server.ts';

/** What a 1600 px photo of a street weighs. */
const PHOTO_BYTES = 300_000;
const TUS = { 'tus-resumable': '1.0.0' };

/** Issues it as the sample's inspector; answers the notice's id. */
export async function issueNotice(
  server: OfficeServer,
  problems: number,
  photos: number,
): Promise<string> {
  const rows = await pullRows(server, 'inspector1');
  const client = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  const { accountId } = client.session;
  const team = rows.team?.find(({ memberIds }) => memberIds.includes(accountId));
  const points = (rows.point ?? []).filter(({ id }) => team?.pointIds.includes(id));
  const items = (rows.checklist ?? []).flatMap((checklist) => checklist.items);
  const unitId = rows.unit?.[0]?.id ?? '';
  if (!team || points.length === 0) throw new Error('the account walks in no group');
  const findingIds: string[] = [];
  for (let nth = 0; nth < problems; nth += 1) {
    const id = uuidv7();
    findingIds.push(id);
    const count =
      Math.floor(((nth + 1) * photos) / problems) - Math.floor((nth * photos) / problems);
    const taken = [];
    for (let photo = 0; photo < count; photo += 1) taken.push(await bringPhoto(client));
    client.does('finding.record', {
      id,
      roundId: team.roundId,
      pointId: points[Math.floor(nth / 2) % points.length]?.id ?? '',
      inspectionId: null,
      itemId: null,
      place: null,
      text: `${items[nth % items.length]?.text ?? ''}；现场未见整改，需要在期限内处理`,
      count: (nth % 5) + 1,
      unitId,
      deadline: { kind: 'days', days: 3 },
      photos: taken,
    });
  }
  const id = uuidv7();
  const { roundId, id: teamId } = team;
  const deadline = { kind: 'days', days: 7 } as const;
  client.does('notice.issue', { id, roundId, teamId, unitId, findingIds, deadline, number: null });
  const { results } = await client.sync();
  const refused = results.find(({ status }) => status === 'rejected');
  if (refused) throw new Error(`the office refuses: ${refused.code} ${refused.detail}`);
  return id;
}

async function bringPhoto({ url, cookie }: OfficeClient) {
  const bytes = jpeg(1600, 1200, PHOTO_BYTES);
  const sha256 = OfficeClient.hash(bytes);
  const made = await fetch(`${url}/api/photos`, {
    method: 'POST',
    headers: {
      ...TUS,
      cookie,
      'upload-length': String(bytes.length),
      'upload-metadata': metadata({ sha256, filetype: 'image/jpeg' }),
    },
  });
  const sent = await fetch(new URL(made.headers.get('location') ?? '', url), {
    method: 'PATCH',
    body: bytes,
    headers: {
      ...TUS,
      cookie,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
  });
  if (!sent.ok) throw new Error(`the office does not take a photo: ${sent.status}`);
  const at = Date.now();
  const size = { width: 1600, height: 1200, bytes: bytes.length };
  return { id: uuidv7(), sha256, ...size, takenAt: at, place: null };
}
