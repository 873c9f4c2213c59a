/** A round trip by plain HTTP, since fetch costs whoever measures more than the server. */
import { type Agent, request } from 'node:http';
import type { OfficeClient } from '../support/office-client.ts';

/** The text of the answer; throws where it is none. */
export function postSync(
  agent: Agent,
  client: OfficeClient,
  cursor: string | null,
): Promise<string> {
  const body = client.request(cursor);
  return new Promise((resolve, reject) => {
    const sending = request(
      `${client.url}/api/sync`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: client.cookie,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode} ${text}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Read by hand: whoever loads the server shares the machine with it. */
export function cursorIn(answer: string): string {
  const [, cursor] = /"cursor":"([^"]+)"/.exec(answer) ?? [];
  if (cursor === undefined) throw new Error(`no cursor in ${answer.slice(0, 400)}`);
  return cursor;
}
