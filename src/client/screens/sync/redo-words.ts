import type { MutationName } from '../../../protocol/mutations/index.ts';

/** What the button says: a form is filled in again, or the place is shown where to say it anew. */
export const REDO_WORDS: Readonly<Record<MutationName, string>> = {
  'inspection.start': '去点位重新开始',
  'inspection.answer': '去这一项重新作答',
  'inspection.finish': '去清单重新完成',
  'finding.record': '修改后重交',
  'finding.amend': '修改后重交',
  'finding.void': '修改后重交',
  'notice.issue': '修改后重交',
  'notice.void': '修改后重交',
  'notice.deliver': '修改后重交',
  'notice.redeliver': '修改后重交',
  'finding.merge': '修改后重交',
  'finding.fix': '修改后重交',
  'finding.verify': '修改后重交',
  'finding.shelve': '修改后重交',
  'finding.review': '修改后重交',
  'finding.hand-off': '修改后重交',
  'handoff.send': '去看问题',
  'handoff.settle': '修改后重交',
  'notice.acknowledge': '修改后重交',
  'reply.submit': '修改后重交',
  'reply.accept': '去重新受理',
  'reply.return': '修改后重交',
  'extension.ask': '修改后重交',
  'extension.decide': '去重新答复',
  'letter.issue': '去重新签发',
  'letter.void': '修改后重交',
  'photo.forgo': '去看问题',
  'refused.decide': '去看这一条',
};

/** Whether a corrected deed takes its place by itself; else the person decides once it is said anew. */
export function hasForm(name: MutationName): boolean {
  return REDO_WORDS[name] === '修改后重交';
}
