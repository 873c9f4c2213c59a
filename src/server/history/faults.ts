/** What may be wrong with the history: a closed list, each with its place and its sentence. */

export type HistoryFault =
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'entry-missing'; readonly nth: number }
  | { readonly kind: 'entry-broken'; readonly nth: number }
  | { readonly kind: 'cut-off'; readonly nth: number; readonly expected: number }
  | { readonly kind: 'end-differs'; readonly nth: number }
  | { readonly kind: 'end-cut'; readonly nth: number; readonly expected: number }
  | { readonly kind: 'end-other'; readonly nth: number; readonly by: string }
  | { readonly kind: 'deed-missing' | 'deed-changed'; readonly nth: number; readonly deed: string }
  | { readonly kind: 'deed-unchained'; readonly deed: string }
  | { readonly kind: 'row-changed'; readonly row: string; readonly nth: number }
  | { readonly kind: 'row-missing'; readonly row: string; readonly nth: number }
  | { readonly kind: 'row-unchained'; readonly row: string };

export function sayFault(fault: HistoryFault): string {
  switch (fault.kind) {
    case 'not-begun':
      return '这个数据库还没有开始记历史链。启动一次服务器就会开始。';
    case 'entry-missing':
      return `历史链第 ${fault.nth} 条不见了：被删除，或被挪到了别处。`;
    case 'entry-broken':
      return `历史链第 ${fault.nth} 条与前一条接不上：这一条或前一条的内容、顺序被人动过。`;
    case 'cut-off':
      return `历史链的末尾被截掉了：应该到第 ${fault.expected} 条，只有 ${fault.nth} 条。`;
    case 'end-differs':
      return `历史链第 ${fault.nth} 条与单位记下的链尾不同：末尾被改写过。`;
    case 'end-cut':
      return `记下的链尾是第 ${fault.expected} 条，历史链只到第 ${fault.nth} 条：末尾被截掉了。`;
    case 'end-other':
      return `历史链第 ${fault.nth} 条与${fault.by}记下的不同：整条链被改写过。`;
    case 'deed-missing':
      return `历史链第 ${fault.nth} 条所记的操作（${fault.deed}）在流水里不见了。`;
    case 'deed-changed':
      return `历史链第 ${fault.nth} 条所记的操作（${fault.deed}）在流水里被改过。`;
    case 'deed-unchained':
      return `流水里有一条操作（${fault.deed}）不在历史链上：是绕过程序加进去的。`;
    case 'row-changed':
      return `${fault.row} 的内容与历史链第 ${fault.nth} 条写下的不同：被人绕过程序改过。`;
    case 'row-missing':
      return `${fault.row} 不见了，历史链第 ${fault.nth} 条写过它：被人绕过程序删掉了。`;
    case 'row-unchained':
      return `${fault.row} 从来没有经过历史链：是绕过程序加进去的。`;
  }
}

const TABLES: Readonly<Record<string, string>> = {
  finding: '问题',
  photo: '照片',
  notice: '通知书',
  event: '经过',
  reply: '整改反馈',
  recheck: '复查',
  extension: '延期申请',
  handoff: '移交',
  letter: '提示催办文书',
};

export function sayRow(table: string, id: string): string {
  return `${TABLES[table] ?? table} ${id}`;
}

export function sayDeed(client: string, seq: number): string {
  return `设备 ${client} 第 ${seq} 号`;
}
