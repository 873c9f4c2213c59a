/** Round trips, one after another, until nothing waits on either side. */
import type { SyncResponse, SyncResult } from '../../protocol/sync.ts';
import { applyAnswer } from '../store/apply-answer.ts';
import type { Author } from '../store/author.ts';
import { note } from '../store/log.ts';
import { codeOf, exchange, type Fetch, type Setback } from './exchange.ts';
import { measureOffset } from './measure-offset.ts';
import { buildRequest, type DeviceFacts } from './request.ts';
import type { SyncStatus } from './status.ts';

export interface RoundsOptions {
  readonly author: Author;
  readonly fetch: Fetch;
  readonly appVersion: string;
  readonly stop: AbortSignal;
  device(): Promise<DeviceFacts>;
  status(): SyncStatus;
  say(change: Partial<SyncStatus>): void;
}

/** Returns what stopped it, or null once all is pushed and pulled. */
export async function runRounds(options: RoundsOptions): Promise<Setback | null> {
  const { author, status, say } = options;
  // Answers to deeds whose effects are on pages still to come: settled with the
  // last page, or asked for again, so that accepted work never leaves the screen.
  let held: readonly SyncResult[] = [];
  for (;;) {
    const request = await buildRequest(author, await options.device(), options.appVersion, held);
    const sentAt = author.now();
    const answer = await exchange(options.fetch, request, options.stop);
    if (options.stop.aborted) return null;
    const at = Math.round(author.now());
    const event = { kind: 'round', at, ms: Math.max(0, at - Math.round(sentAt)) } as const;
    const pushed = request.mutations.length;
    if (answer.kind !== 'answer') {
      await note(author.db, { ...event, code: codeOf(answer), pushed });
      return answer;
    }
    const { response } = answer;
    const offset = measureOffset(sentAt, at, response.serverTime, status().offset);
    const results = [...held, ...response.results];
    held = response.more ? results : [];
    const due = { ...response, results: response.more ? [] : results };
    const { rows, pending } = await applyAnswer(author, due, { at, offset });
    const refused = response.results.filter(({ status: said }) => said === 'rejected').length;
    await note(author.db, { ...event, code: 'ok', pushed, refused, pulled: rows });
    say({
      lastContact: at,
      offset: offset ?? status().offset,
      pulled: status().pulled + rows,
      ...(response.more ? {} : { firstPull: false }),
    });
    const stuck = stuckBy(pushed, response);
    if (stuck) return stuck;
    if (!response.more && (pending === 0 || results.length === 0)) return null;
  }
}

const GAP: Setback = {
  kind: 'stopped',
  failure: {
    code: 'gap',
    message: '服务器缺少本机以前上传的内容（可能从备份恢复过），本机内容都在，请联系管理员',
  },
};

const UNANSWERED: Setback = {
  kind: 'later',
  failure: { code: 'unanswered', message: '服务器没有回答上传的内容，稍后自动重试' },
  retryMs: null,
};

/** An answer after which sending the same again at once would change nothing. */
function stuckBy(pushed: number, { results, gap }: SyncResponse): Setback | null {
  if (pushed === 0 || results.length > 0) return null;
  return gap ? GAP : UNANSWERED;
}
