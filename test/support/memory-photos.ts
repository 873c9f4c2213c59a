/** The tus endpoint in memory: as much of tus 1.0 as a sender of photos meets. */
import { createHash } from 'node:crypto';
import { FAILURES, type FailureCode } from '../../src/protocol/failures.ts';

interface Upload {
  sha256: string;
  length: number;
  bytes: Uint8Array;
}

export class MemoryPhotos {
  /** Whole photos by hash. */
  readonly arrived = new Map<string, Uint8Array>();
  readonly uploads = new Map<string, Upload>();
  /** Bytes received over all, doubles included. */
  received = 0;
  /** The line breaks at this byte of any upload, once. */
  cutAt: number | null = null;
  /** Photos that the office does not take, by hash. */
  readonly refuses = new Map<string, FailureCode>();

  async answer(url: string, init: RequestInit): Promise<Response> {
    const file = /\/file\/([0-9a-f]{64})$/.exec(url)?.[1];
    if (file) return this.there(file);
    const headers = new Headers(init.headers);
    if (init.method === 'POST') return this.create(headers);
    const id = url.slice('/api/photos/'.length);
    const upload = this.uploads.get(id);
    if (!upload) return new Response(null, { status: 404 });
    if (init.method === 'HEAD') return offset(200, upload.bytes.length, upload.length);
    const { body } = init;
    if (!(body instanceof Blob)) throw new Error('a piece must be a Blob');
    return this.append(upload, headers, new Uint8Array(await body.arrayBuffer()));
  }

  private there(sha256: string): Response {
    if (!this.arrived.has(sha256)) return new Response(null, { status: 404 });
    return new Response(null, { headers: { ETag: `"${sha256}"` } });
  }

  private create(headers: Headers): Response {
    const pairs = new Map(
      (headers.get('Upload-Metadata') ?? '').split(',').map((pair) => {
        const [key = '', value = ''] = pair.split(' ');
        return [key, atob(value)];
      }),
    );
    const id = `u${this.uploads.size + 1}`;
    const length = Number(headers.get('Upload-Length'));
    this.uploads.set(id, { sha256: pairs.get('sha256') ?? '', length, bytes: new Uint8Array() });
    return new Response(null, { status: 201, headers: { Location: `/api/photos/${id}` } });
  }

  private append(upload: Upload, headers: Headers, piece: Uint8Array): Response {
    if (Number(headers.get('Upload-Offset')) !== upload.bytes.length) return offset(409, 0);
    const end = upload.bytes.length + piece.length;
    const cut = this.cutAt !== null && end >= this.cutAt;
    const kept = cut ? piece.slice(0, (this.cutAt ?? 0) - upload.bytes.length) : piece;
    upload.bytes = Buffer.concat([upload.bytes, kept]);
    this.received += kept.length;
    if (cut) {
      this.cutAt = null;
      throw new TypeError('Failed to fetch');
    }
    if (upload.bytes.length === upload.length) {
      const refused = this.refuses.get(upload.sha256) ?? wrongHash(upload);
      if (refused) return failure(refused);
      this.arrived.set(upload.sha256, upload.bytes);
    }
    return offset(204, upload.bytes.length);
  }
}

function wrongHash(upload: Upload): FailureCode | null {
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  return sha256 === upload.sha256 ? null : 'photo-hash-wrong';
}

function offset(status: number, at: number, length?: number): Response {
  const headers = new Headers({ 'Upload-Offset': String(at) });
  if (length !== undefined) headers.set('Upload-Length', String(length));
  return new Response(null, { status, headers });
}

function failure(code: FailureCode): Response {
  const [status, message] = FAILURES[code];
  return Response.json({ code, message }, { status });
}
