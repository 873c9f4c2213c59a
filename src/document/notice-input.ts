/** The facts that a 督查通知书 is made of; the caller gathers them from its own rows. */
import type { NoticeNumber } from '../domain/notice-number.ts';
import type { Signature } from './paper.ts';

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

/** 文件格式, or 信函格式 (GB/T 9704-2012, 10.1). */
export type PaperFormat = 'document' | 'letter';

/** What an office has set for its papers. */
export interface OfficeWords {
  readonly format: PaperFormat;
  readonly officeName: string;
  readonly contact: string;
  readonly phone: string;
  /** 依据, up to but without the comma: 按照全国文明城市创建工作安排. */
  readonly basis: string;
  /** What follows the deadline in 整改要求: 整改到位，并举一反三，开展同类问题排查。 */
  readonly demand: string;
  /** How to answer, the last sentence of 反馈要求. */
  readonly feedback: string;
}

/** How and to whom a paper was handed over, for the 送达回证. */
export interface PaperDelivery {
  readonly kind: 'signed' | 'refused' | 'otherwise';
  /** 送达方式: one of 直接送达, 电子送达, 邮寄送达, 留置送达. */
  readonly way: string;
  readonly at: number;
  /** 送达人. */
  readonly byName: string;
  /** 收件人; empty where the unit refused. */
  readonly receiver: string;
  readonly signature: Signature | null;
  /** 拒收事由; empty where it was not refused. */
  readonly refusal: string;
  readonly witness: string;
  readonly witnessSignature: Signature | null;
  readonly note: string;
}

export interface NoticeInput extends OfficeWords {
  /** Which edition of the template; see `TEMPLATE_EDITION`. */
  readonly edition: number;
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
  /** The number of the voided notice in whose place this one stands. */
  readonly replaces: NoticeNumber | null;
  readonly problems: readonly PaperProblem[];
  /** What the QR says; null while nothing is signed. */
  readonly qr: string | null;
  readonly standing:
    | { readonly kind: 'draft' }
    | { readonly kind: 'issued' }
    | { readonly kind: 'voided'; readonly reason: string; readonly at: number };
}
