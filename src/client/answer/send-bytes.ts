/** Sends a file to the office, with its progress: fetch tells none of what goes out. */
import { FailureBody } from '../../protocol/failures.ts';
import { FileTaken } from '../../protocol/reply-page.ts';

export type Sending =
  | { readonly ok: true; readonly taken: FileTaken }
  | { readonly ok: false; readonly offline: boolean; readonly message: string };

/** Without a byte for so long it counts as cut. */
const QUIET_MS = 60_000;
const OFFLINE = '网络断了，文件没有传完。写好的内容都在，联网后再试。';

export function sendBytes(
  path: string,
  body: Blob,
  headers: Readonly<Record<string, string>>,
  onProgress: (part: number) => void,
): Promise<Sending> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let quiet = setTimeout(() => request.abort(), QUIET_MS);
    const settle = (sending: Sending) => {
      clearTimeout(quiet);
      resolve(sending);
    };
    const cut = () => settle({ ok: false, offline: true, message: OFFLINE });
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(quiet);
      quiet = setTimeout(() => request.abort(), QUIET_MS);
      onProgress(total === 0 ? 0 : loaded / total);
    };
    request.onerror = cut;
    request.onabort = cut;
    request.onload = () => settle(read(request));
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(body);
  });
}

function read({ status, responseText }: XMLHttpRequest): Sending {
  const body = json(responseText);
  const taken = status === 200 ? FileTaken.safeParse(body) : null;
  if (taken?.success) return { ok: true, taken: taken.data };
  const failure = FailureBody.safeParse(body);
  const message = failure.success ? failure.data.message : `服务器没有答复（${status}）`;
  return { ok: false, offline: false, message: `${message}。` };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of a captive portal or proxy: no answer of the office.
    return null;
  }
}
