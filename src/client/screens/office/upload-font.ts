/** Sends a font to the office. With XMLHttpRequest, since only that says how far an upload is. */
import { FailureBody } from '../../../protocol/failures.ts';
import { FONT_TYPE, LARGEST_FONT } from '../../../protocol/fonts.ts';
import { FontRow } from '../../../protocol/rows/paper.ts';
import type { Answer } from './ask.ts';

export function uploadFont(
  file: File,
  face: FontRow['face'],
  onProgress: (share: number) => void,
): Promise<Answer<FontRow>> {
  if (file.size > LARGEST_FONT) return Promise.resolve(refusal('字体文件超过 40 MB，没有上传。'));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/office/fonts?face=${face}&licensed=yes`);
    request.setRequestHeader('content-type', FONT_TYPE);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () =>
      resolve(refusal('没有网络，连不上服务器。联网后再试。', 'offline', true));
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<FontRow> {
  const body = parsed(responseText);
  const row = FontRow.safeParse(body);
  if (status === 200 && row.success) return { ok: true, value: row.data };
  const failure = FailureBody.safeParse(body);
  return failure.success
    ? refusal(failure.data.message, failure.data.code)
    : refusal(`服务器没有办成（${status}），请稍后再试。`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of a proxy: no answer of the office.
    return null;
  }
}

function refusal(message: string, code = 'unknown', offline = false): Answer<FontRow> {
  return { ok: false, offline, code, message, lines: [] };
}
