/** `verify-history`: whether the history is whole, and the store is what it says. */
import { DAY_LOG, readDays } from '../history/day-log.ts';
import { readEnd, sayEnd } from '../history/entry.ts';
import { sayFault } from '../history/faults.ts';
import { verifyHistory } from '../history/verify.ts';
import { StartRefusal } from '../store/start-refusal.ts';
import type { Verb } from './verb.ts';

const USAGE = `  verify-history [--expect 链尾] [--data 数据目录]
    核对全部历史：每一条有没有被改、删、插、调换或截尾，问题、通知书等是否与历史一致。
    服务器正在运行也可以核对。--expect 是以前记下的链尾，如 1234-9f3a…，在“管理 → 历史”里抄。
    核对无误退出码为 0，有问题为 1，并说出第一处在哪里。`;

export const verifyVerb: Verb = {
  usage: USAGE,
  about: 'all',
  check({ expect }) {
    if (expect !== null && !readEnd(expect)) {
      throw new StartRefusal(`认不出这个链尾：${expect}\n${USAGE}`);
    }
  },
  async run({ store, officeId, dataDir, expect, print }) {
    const expected = expect === null ? null : readEnd(expect);
    const days = await readDays(dataDir);
    const written = expected ? [{ ...expected, by: '单位' }] : [];
    const verdict = await verifyHistory(store, officeId, [...days.ends, ...written]);
    const { fault, entries, deeds, rows, end } = verdict;
    if (fault) {
      print(`核对不通过。${sayFault(fault)}`);
      if (entries > 0) print(`第 1 至第 ${entries} 条没有问题。`);
      return false;
    }
    if (days.spoiled !== null) {
      print(`核对不通过。每日链尾的文件 ${DAY_LOG} 第 ${days.spoiled} 行看不懂，被人动过。`);
      return false;
    }
    print(`核对无误：历史 ${entries} 条（其中操作 ${deeds} 次），现有内容 ${rows} 行与历史一致。`);
    if (days.ends.length > 0) print(`与 ${days.ends.length} 天的日志相符。`);
    print(`链尾：${sayEnd(end)}`);
    print('请抄下链尾另存别处；以后用 --expect 链尾 核对，截尾和整条重写也能查出。');
    return true;
  },
};
