/** What a unit has to do about a problem of its own, and what happens then; asked by page and app alike. */
import { type CivilDate, sayDate, sayDateHour } from './civil.ts';
import type { FindingState } from './finding-life.ts';

export interface UnitsProblem {
  readonly state: FindingState;
  readonly dueAt: number | null;
  readonly acceptedAt: number | null;
  /** When 挂账 is looked at again; null for a problem that is not shelved. */
  readonly reviewOn: CivilDate | null;
  /** 延期 asked and not decided. */
  readonly extensionAsked: boolean;
  /** It repeats another problem. */
  readonly merged: boolean;
}

export interface WhatsNext {
  /** Whose turn it is. */
  readonly turn: 'unit' | 'office' | 'nobody';
  /** What stands now, and what follows; sentences with their full stops. */
  readonly now: string;
  readonly after: string;
}

const AFTER_REPLY = '反馈后督查组先审核，再到现场复查；复查通过即销号。';
const PENDING = '延期申请正在等办公室答复，答复之前仍按现在的期限。';

export function whatsNext(problem: UnitsProblem): WhatsNext {
  const { state, dueAt } = problem;
  const by = dueAt === null ? '按通知书的期限' : `在${sayDateHour(dueAt)}前`;
  const after = problem.extensionAsked ? `${PENDING}${AFTER_REPLY}` : AFTER_REPLY;
  switch (state) {
    case 'assigned':
      return { turn: 'unit', now: `请签收，整改，并${by}反馈。`, after };
    case 'acknowledged':
      return { turn: 'unit', now: `请整改，并${by}反馈。`, after };
    case 'returned':
      return { turn: 'unit', now: `请按退回的理由重新整改，并${by}再次反馈。`, after };
    case 'replied':
      return problem.acceptedAt === null
        ? {
            turn: 'office',
            now: '反馈已收到，督查组正在审核。',
            after: '合格的安排现场复查，不合格的写明理由退回；在此之前不用再交。',
          }
        : {
            turn: 'office',
            now: '反馈已受理，等督查组到现场复查。',
            after: '复查通过即销号；不通过会写明理由退回，并给出新的期限。',
          };
    case 'shelved':
      return {
        turn: 'office',
        now: '已挂账，不计超期。',
        after:
          problem.reviewOn === null
            ? '督查组会定期复核。'
            : `督查组定于${sayDate(problem.reviewOn)}复核；恢复办理时会给出新的期限。`,
      };
    case 'handed-off':
      return {
        turn: 'office',
        now: '已移交数字城管办理，您单位暂时不用反馈。',
        after: '办理结果回来后这里会更新；退回您单位办理的，会给出新的期限。',
      };
    case 'closed':
      return { turn: 'nobody', now: '已销号，这个问题已经办结。', after: '不用再做什么。' };
    case 'voided':
      return problem.merged
        ? { turn: 'nobody', now: '与另一个问题重复，已并入。', after: '这一条不用再办。' }
        : { turn: 'nobody', now: '这个问题已作废。', after: '不用办理。' };
    case 'recorded':
      return { turn: 'nobody', now: '这个问题已不在通知书上。', after: '不用办理。' };
  }
}
