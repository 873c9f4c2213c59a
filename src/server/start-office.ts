/** Sees to it that a store holds an office, and that what the console says of it is true. */
import type { OfficeRow } from '../protocol/rows/index.ts';
import { countSampleAccounts } from './auth/accounts.ts';
import { renewSetUpLink } from './auth/set-up-link.ts';
import { isLoopback } from './loopback.ts';
import { findOffice, makeEmptyOffice, makeSampleOffice } from './office.ts';
import type { StartOptions } from './options.ts';
import { settleSamplePassword } from './sample/accounts.ts';
import { samplePassword } from './sample/password.ts';
import { StartRefusal } from './store/start-refusal.ts';
import type { Store } from './store/store.ts';

/** The store's office; a fresh store gets one. */
export async function officeOf(
  store: Store,
  options: StartOptions,
  now: number,
): Promise<OfficeRow> {
  const found = await findOffice(store);
  if (found) {
    if (options.empty && found.sample) throw new StartRefusal(emptyRefused(options));
    return found;
  }
  if (options.empty) return makeEmptyOffice(store);
  // Before anything is made: a sample office would not be let out anyway.
  if (!isLoopback(options.host)) throw new StartRefusal(publicRefused(options));
  return makeSampleOffice(store, options.sampleDir, await passwordOf(options), now);
}

/** Sample accounts have a password that stands on a screen: only this machine may reach them. */
export async function requireLoopback(
  store: Store,
  officeId: string,
  options: StartOptions,
): Promise<void> {
  if (isLoopback(options.host)) return;
  if ((await countSampleAccounts(store.db, officeId)) === 0) return;
  throw new StartRefusal(publicRefused(options));
}

/**
 * What the person at the console needs in order to come in. All of it is true
 * before the server listens: the printed password works from the first request on.
 */
export async function howToComeIn(
  store: Store,
  officeId: string,
  options: StartOptions,
  now: number,
): Promise<(url: string) => string[]> {
  const lines: string[] = [];
  if ((await countSampleAccounts(store.db, officeId)) > 0) {
    const password = await passwordOf(options);
    const samples = await settleSamplePassword(store.db, officeId, password);
    lines.push(
      `示例账号：${samples.map(({ account, name }) => `${account}（${name}）`).join('、')}`,
    );
    lines.push(`密码：${password}`);
  }
  const token = await renewSetUpLink(store.db, officeId, now);
  return (url) => {
    const link =
      token === null
        ? []
        : [
            '还没有管理员。请用浏览器打开下面的一次性链接，建立第一个管理员：',
            `${url}/set-up?token=${token}`,
          ];
    return [`巡点已启动：${url}`, ...lines, ...link];
  };
}

function passwordOf(options: StartOptions): Promise<string> {
  if (options.samplePassword !== undefined) return Promise.resolve(options.samplePassword);
  return samplePassword(options.dataDir);
}

function publicRefused({ host }: StartOptions): string {
  return `示例账号的密码是公开打印的，所以不能在 ${host} 上对外监听。请去掉 HOST（只在本机使用），或用新的数据目录建立正式单位：HOST=${host} npm start -- --empty --data ./office`;
}

function emptyRefused({ databaseUrl, dataDir }: StartOptions): string {
  return databaseUrl === undefined
    ? `${dataDir} 里已经是示例数据，--empty 只用于新的数据目录。请换一个目录：npm start -- --empty --data ./office`
    : '这个数据库里已经是示例数据，--empty 只用于新的数据库。请在 DATABASE_URL 里换一个数据库';
}
