/** 移交数字城管: where a handoff stands, and what a platform's receipt can say of it. */

export const HANDOFF_STATES = [
  'picked',
  'sent',
  'filed',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

export interface ReceiptLine {
  /** 1 is the header. */
  readonly line: number;
  /** 移交标识 (the idempotency key); empty where the platform gave none back. */
  readonly key: string;
  /** 问题编号, the office's own; empty for none. */
  readonly findingId: string;
  readonly caseNumber: string;
  /** 立案 or 不立案; null where the platform has not said. */
  readonly filed: boolean | null;
  /** Why it was not filed. */
  readonly reason: string;
  /** ms; null for none. */
  readonly filedAt: number | null;
  readonly closedAt: number | null;
  readonly result: string;
}

export interface KnownHandoff {
  readonly id: string;
  readonly findingId: string;
  readonly state: HandoffState;
  readonly sentAt: number | null;
  readonly caseNumber: string;
  readonly filedAt: number | null;
  readonly settledAt: number | null;
}

/** One step by which a handoff moves on; a receipt may hold two of them. */
export interface SettleStep {
  readonly result: 'filed' | 'closed' | 'declined';
  readonly caseNumber: string;
  /** ms; null where the platform gave no time. */
  readonly at: number | null;
  readonly note: string;
}
