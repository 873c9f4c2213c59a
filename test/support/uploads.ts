/** tus 1.0 by hand, so that a test can also send it wrongly or by halves. */
import type { Answer, RawClient } from './raw-client.ts';

const TUS = { 'tus-resumable': '1.0.0' };

export function metadata(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

export function create(
  client: RawClient,
  length: number,
  said: Readonly<Record<string, string>>,
): Promise<Answer> {
  const headers = { ...TUS, 'upload-length': String(length), 'upload-metadata': metadata(said) };
  return client.ask('/api/photos', { method: 'POST', headers });
}

/** Begins an upload as agreed; answers its path. */
export async function begin(client: RawClient, length: number, sha256: string): Promise<string> {
  const answer = await create(client, length, { sha256, filetype: 'image/jpeg' });
  const place = answer.headers.get('location');
  if (answer.status !== 201 || place === null) throw new Error(`no upload: ${answer.status}`);
  return place;
}

export function send(
  client: RawClient,
  place: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Answer> {
  return client.ask(place, {
    method: 'PATCH',
    body: bytes,
    headers: {
      ...TUS,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
  });
}

/** How far an upload is; null where the server knows none there. */
export async function offsetOf(client: RawClient, place: string): Promise<number | null> {
  const answer = await client.ask(place, { method: 'HEAD', headers: TUS });
  return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : null;
}

/** Uploads a whole file under a hash; answers the last answer. */
export async function upload(
  client: RawClient,
  bytes: Uint8Array,
  sha256: string,
): Promise<Answer> {
  return send(client, await begin(client, bytes.length, sha256), 0, bytes);
}
