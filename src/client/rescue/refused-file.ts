/**
 * 导出 of one refused deed: a page that any browser opens without a network, with its
 * photos in it and, for whoever files it, the very words that were sent. Everything a
 * person wrote is text there and never markup.
 */
import { sayMoment } from '../../domain/civil.ts';
import { sayRefusal } from '../../protocol/refusals.ts';
import { photosNamed } from '../store/named-photos.ts';
import type { RefusedRow } from '../store/tables.ts';
import type { Workplace } from '../workplace.ts';
import { nameInFile } from './hand-over.ts';
import { type Line, tellDeed } from './tell-deed.ts';

export type FilePlace = Pick<Workplace, 'db' | 'session' | 'now' | 'author'>;

export async function refusedFile(place: FilePlace, row: RefusedRow): Promise<File> {
  const page = await refusedPage(place, row);
  const who = nameInFile(place.session.name);
  return new File(page, `未被接受-${who}-第${row.seq}条.html`, { type: 'text/html' });
}

async function refusedPage(place: FilePlace, row: RefusedRow): Promise<string[]> {
  const { db, session, now, author } = place;
  const { seq, name, title, args, at, offset, code, detail, refusedAt } = row;
  const reason = sayRefusal(code, detail);
  const lines: Line[] = [
    ['原因', reason],
    ['记录人', `${session.name}（${session.account}）`],
    ['记录时间', sayMoment(at + offset)],
    ['退回时间', sayMoment(refusedAt)],
    ...(row.decision?.how === 'given-up'
      ? [
          [
            '已放弃',
            `${sayMoment(row.decision.at)} ${row.decision.by} ${row.decision.reason}`,
          ] as const,
        ]
      : []),
    ...(await tellDeed(db, name, args)),
  ];
  const sent = { name, seq, clientId: author.clientId, at, offset, code, detail, args };
  const parts = [
    HEAD,
    `<title>${escaped(title)}</title><h1>${escaped(title)}</h1>`,
    '<p class="word">这一条没有被服务器接受，不在正式记录里。</p><table>',
    ...lines.map(([label, value]) => `<tr><th>${escaped(label)}<td>${escaped(value)}`),
    '</table>',
  ];
  for (const hash of photosNamed(args)) parts.push(await figure(place, hash));
  parts.push(
    `<p>${sayMoment(now())} 从巡点导出，第 ${seq} 条。</p>`,
    `<details><summary>上传时的原文</summary><pre>${escaped(JSON.stringify(sent, null, 2))}</pre></details>`,
  );
  return parts;
}

async function figure({ db }: FilePlace, sha256: string): Promise<string> {
  const [row, known] = await Promise.all([db.jpeg.get(sha256), db.blob.get(sha256)]);
  const words = `${known ? `${sayMoment(known.takenAt)} 拍` : '照片'}`;
  if (!row) {
    return `<p class="word">${words}：内容已不在本机。校验值 ${escaped(sha256)}</p>`;
  }
  const bytes = new Uint8Array(await row.jpeg.arrayBuffer());
  return `<figure><img alt="照片" src="data:image/jpeg;base64,${base64(bytes)}"><figcaption>${words}</figcaption></figure>`;
}

/** Bytes that go into one call: more would overflow the stack. */
const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** No script may run in it and nothing is fetched, whatever it holds. */
const HEAD = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>
body { max-width: 800px; margin: 24px auto; padding: 0 16px; font: 16px/1.6 system-ui, sans-serif; color: #111; background: #fff }
h1 { font-size: 22px } .word { padding: 8px 12px; background: #fdecea; color: #8a1512 }
table { border-collapse: collapse; width: 100% } th, td { padding: 6px 10px; border: 1px solid #bbb; text-align: left; vertical-align: top; white-space: pre-wrap }
th { width: 7em; font-weight: 600 } img { max-width: 100% } figure { margin: 16px 0 } pre { white-space: pre-wrap; word-break: break-all }
</style>
`;
