import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';

/** A letter to U04 about one problem, as the desk would issue it. */
export function letterArgs(
  args: Pick<MutationArgs['letter.issue'], 'id' | 'kind' | 'findingIds'> & {
    readonly issuedAt: number;
    readonly dueAt?: number | null;
    readonly month?: string;
    readonly unitId?: string;
  },
): MutationArgs['letter.issue'] {
  const { id, kind, findingIds, issuedAt, dueAt = null, month = '', unitId = 'U04' } = args;
  return {
    id,
    kind,
    unitId,
    month,
    findingIds,
    dueAt,
    record: {
      edition: 1,
      format: 'document',
      fonts: NO_FONTS,
      officeName: '榆林市精神文明创建中心',
      contact: '',
      phone: '',
      basis: '',
      demand: '',
      feedback: '',
      address: '',
      unitName: '榆林市市城管执法局',
      issuedAt,
      dueAt,
      month,
      problems: findingIds.map((findingId) => ({
        findingId,
        pointId: 'P1',
        pointName: 'P1 点位',
        text: '路面有积水',
        count: null,
        itemText: null,
        recordedAt: issuedAt - 1000,
        photos: [],
        noticeNumber: null,
        noticeIssuedAt: null,
        dueAt: issuedAt,
        section: 'overdue' as const,
      })),
      frequent: [],
    },
  };
}
