/** `import FILE`: a 离线包 straight into the office's store, while the server runs or not. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { sayMoment } from '../../domain/civil.ts';
import { ParcelDeeds, ParcelTrouble } from '../../protocol/parcel.ts';
import type { Content } from '../../protocol/parcel-file.ts';
import { type OpenParcel, openParcel } from '../../protocol/parcel-open.ts';
import { sayRefusal } from '../../protocol/refusals.ts';
import { NO_FONTS } from '../../protocol/rows/notice-record.ts';
import { beginHistory } from '../history/begin.ts';
import { endRun } from '../rescue/end-run.ts';
import { NODE_TOOLS, sourceOf } from '../rescue/node-tools.ts';
import { takePart } from '../rescue/take-part.ts';
import { takePhoto } from '../rescue/take-photo.ts';
import { type OfficeKey, settleOfficeKey } from '../signing/office-key.ts';
import { Rows } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import { Books } from '../sync/books.ts';
import { PushQueue } from '../sync/push-queue.ts';

export interface ImportJob {
  readonly store: Store;
  readonly officeId: string;
  readonly dataDir: string;
  readonly now: () => number;
  readonly file: string;
  readonly passphrase: string;
  /** Where what is for people goes (refused deeds, drafts, their photos); null for nowhere. */
  readonly out: string | null;
  readonly print: (line: string) => void;
}

/** Throws a ParcelTrouble or a Failure where the file cannot be taken. */
export async function importParcel(job: ImportJob): Promise<void> {
  const file = await open(job.file, 'r');
  try {
    const parcel = await openParcel(NODE_TOOLS, await sourceOf(file), job.passphrase);
    for (const line of sayAbout(parcel)) job.print(line);
    await beginHistory(job.store, job.officeId, job.now());
    // A notice that comes in by this door is sealed as one that comes by the other.
    const rows = new Rows(job.store.dialect, job.officeId);
    const officeKey = await settleOfficeKey(job.store.db, rows, job.now());
    await new Run(job, parcel, officeKey).run();
  } finally {
    await file.close();
  }
}

function sayAbout({ about }: OpenParcel): string[] {
  const { origin, accountName, counts } = about;
  const { deeds, photos, refused, drafts } = counts;
  return [
    `${accountName}的离线包，${sayMoment(origin.madeAt)} 在“${origin.report.label}”上导出`,
    `内容 ${deeds} 条，照片 ${photos} 张；另有未被接受的 ${refused} 条、没写完的 ${drafts} 条`,
  ];
}

class Run {
  readonly #job: ImportJob;
  readonly #parcel: OpenParcel;
  readonly #queue: PushQueue;
  readonly #id = uuidv7();
  readonly #photos: string[] = [];
  readonly #refused: string[] = [];
  readonly #deeds = { applied: 0, known: 0 };
  readonly #bytes = { stored: 0, known: 0 };

  constructor(job: ImportJob, parcel: OpenParcel, officeKey: OfficeKey) {
    this.#job = job;
    this.#parcel = parcel;
    const { store, officeId, now } = job;
    const books = new Books(store.dialect, officeId, NO_FONTS, officeKey);
    // Nobody listens here; tablets see what is new at their next round trip.
    this.#queue = new PushQueue({ store, books, now, changed: () => undefined });
  }

  async run(): Promise<void> {
    for await (const content of this.#parcel.contents()) await this.#take(content);
    await endRun(this.#job, 'console', { run: this.#id, photos: this.#photos });
    const { print } = this.#job;
    const { applied, known } = this.#deeds;
    const { stored, known: there } = this.#bytes;
    print(`新入账 ${applied} 条，早已入账 ${known} 条，未被接受 ${this.#refused.length} 条`);
    print(`照片：新到 ${stored} 张，早已在 ${there} 张`);
    for (const line of this.#refused) print(`未被接受：${line}`);
  }

  async #take(content: Content): Promise<void> {
    if (content.kind === 'deeds') return this.#takeDeeds(content.text);
    if (content.kind === 'photo') return this.#takePhoto(content.sha256, content.jpeg);
    const { out } = this.#job;
    if (out === null) return;
    await mkdir(out, { recursive: true, mode: 0o700 });
    if (content.kind === 'kept') await writeFile(join(out, '未入账内容.json'), content.text);
    else await writeFile(join(out, `${content.sha256}.jpg`), content.jpeg);
  }

  async #takeDeeds(text: string): Promise<void> {
    const parts = { ...this.#job, queue: this.#queue };
    const part = { run: this.#id, digest: this.#parcel.digest, deeds: text, seal: null };
    const { results, before, gap } = await takePart(parts, 'console', part);
    const { deeds } = ParcelDeeds.parse(JSON.parse(text));
    const titles = new Map(deeds.map(({ seq, title }) => [seq, title]));
    for (const { seq, status, code = '', detail = '' } of results) {
      if (status === 'rejected') {
        this.#refused.push(`${titles.get(seq) ?? seq}（${sayRefusal(code, detail)}）`);
      } else this.#deeds[seq > before ? 'applied' : 'known'] += 1;
    }
    if (gap) throw new ParcelTrouble('parcel-gap');
  }

  async #takePhoto(sha256: string, jpeg: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#photos.push(sha256);
    const taken = await takePhoto(this.#job, sha256, jpeg);
    if (taken.kind === 'refused') this.#job.print(`照片没有导入：${taken.why}`);
    else this.#bytes[taken.kind] += 1;
  }
}
