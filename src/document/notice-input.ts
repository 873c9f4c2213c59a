/** The facts that a 督查通知书 is made of; the caller gathers them from its own rows. */
import type { NoticeNumber } from '../domain/notice-number.ts';

export interface PaperProblem {
  readonly pointId: string;
  readonly pointName: string;
  readonly text: string;
  readonly count: number | null;
  /** The checklist item's text; null where the problem was recorded by hand. */
  readonly itemText: string | null;
  readonly recordedAt: number;
  readonly photos: readonly {
    readonly sha256: string;
    readonly takenAt: number;
    readonly width: number;
    readonly height: number;
  }[];
}

export interface NoticeInput {
  readonly officeName: string;
  readonly contact: string;
  readonly phone: string;
  readonly unitName: string;
  readonly roundName: string;
  readonly teamName: string;
  /** Null while 编号待定. */
  readonly number: NoticeNumber | null;
  /** Whether every point is a key point: 重点点位, otherwise 点位. */
  readonly keyPointsOnly: boolean;
  /** 立行立改 asks for more than a date. */
  readonly immediate: boolean;
  readonly issuedAt: number;
  readonly dueAt: number;
  readonly problems: readonly PaperProblem[];
  readonly standing:
    | { readonly kind: 'draft' }
    | { readonly kind: 'issued' }
    | { readonly kind: 'voided'; readonly reason: string; readonly at: number };
}
