/** Tablets that cannot reach their office, and the file that carries what they hold. */

import { type Imported, importParcel } from '../../src/client/rescue/import-parcel.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { packParcel } from '../../src/client/store/parcel.ts';
import { browserTools, sourceOf } from '../../src/client/store/parcel-tools.ts';
import type { Fetch } from '../../src/client/sync/exchange.ts';
import { HereAnswer } from '../../src/protocol/here.ts';
import { type OpenParcel, openParcel } from '../../src/protocol/parcel-open.ts';
import { jpeg } from './jpeg.ts';
import { firstPoint, lineOf, today } from './line.ts';
import type { OfficeClient } from './office-client.ts';
import { draftOf, keptPhoto, type Machine, readyTablet, type Tablet, uuid } from './tablet.ts';

export const PASSPHRASE = '西沙窑洞有八盏灯和一口井';

export interface FieldTablet {
  readonly tablet: Tablet;
  readonly line: { up: boolean };
  readonly on: Machine;
  readonly client: OfficeClient;
  /** What the office has lent it to seal with. */
  readonly sealKey: string;
}

/** A tablet with the city on it, that has lost the network since. */
export async function fieldTablet(client: OfficeClient): Promise<FieldTablet> {
  const { line, office } = lineOf(client);
  const on = today();
  const tablet = await readyTablet(office, on, client.session);
  const { clientId } = tablet.author;
  const answer = await office.fetch('/api/here', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId, gone: [], told: [] }),
  });
  const { sealKey } = HereAnswer.parse(await answer.json());
  line.up = false;
  return { tablet, line, on, client, sealKey };
}

/** Records a problem with a photo of so many bytes; answers the photo's hash. */
export async function recordProblem({ tablet }: FieldTablet, text: string, filler = 2_000) {
  const { team, point } = await firstPoint(tablet);
  const photo = await keptPhoto(tablet, jpeg(1600, 1200, filler));
  const { roundId } = team;
  const facts = { id: uuid(), text, roundId, pointId: point.id, unitId: point.streetId };
  const outcome = await saveFindingFromDraft(tablet, draftOf({ ...facts, photos: [photo] }));
  if (!outcome.ok) throw new Error(`not recorded: ${outcome.reason}`);
  return { id: facts.id, sha256: photo.sha256 };
}

/** The file that the tablet writes now. */
export async function parcelOf(
  { tablet, sealKey }: FieldTablet,
  changed: { readonly sealKey?: string | null } = {},
): Promise<Blob> {
  const { file } = await packParcel({
    author: tablet.author,
    device: {
      deviceId: '00000000-0000-7000-8000-00000000d001',
      label: '平板 · Chrome · d001',
      storageFree: null,
      storageError: null,
    },
    appVersion: '0.0.0+test',
    passphrase: PASSPHRASE,
    sealKey,
    onProgress: () => undefined,
    ...changed,
  });
  return file;
}

export function opened(file: Blob, passphrase = PASSPHRASE): Promise<OpenParcel> {
  return openParcel(browserTools(), sourceOf(file), passphrase);
}

/** Imports it as that person would, in the app on another device. */
export async function importedBy(
  client: OfficeClient,
  file: Blob,
  fetch: Fetch = lineOf(client).office.fetch,
): Promise<Imported> {
  const stop = new AbortController().signal;
  const run = crypto.randomUUID();
  const parcel = await opened(file);
  return importParcel({ parcel, fetch, stop, run, onProgress: () => undefined });
}
