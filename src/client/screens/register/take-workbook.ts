import { FailureBody } from '../../../protocol/failures.ts';
import { saveFile } from '../../rescue/hand-over.ts';

const TIMEOUT_MS = 60_000;

/** Fetches the year's workbook and saves it; resolves to why it could not be had, null where it was. */
export async function takeWorkbook(year: number): Promise<string | null> {
  let response: Response;
  let bytes: Blob;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    response = await fetch(`/api/numbers.xlsx?year=${year}`, { signal });
    bytes = await response.blob();
  } catch {
    // Without a network this is the ordinary outcome; the screen says so.
    return '没有网络，连不上服务器。联网后再导出。';
  }
  if (!response.ok) return messageOf(await bytes.text(), response.status);
  saveFile(new File([bytes], `发文登记簿-${year}.xlsx`, { type: bytes.type }));
  return null;
}

function messageOf(text: string, status: number): string {
  const unsaid = `服务器没有办成（${status}），请稍后再试。`;
  try {
    const failure = FailureBody.safeParse(JSON.parse(text));
    return failure.success ? failure.data.message : unsaid;
  } catch {
    // A page of a captive portal or proxy: no answer of the office.
    return unsaid;
  }
}
