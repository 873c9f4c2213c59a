/** 对账单 of one unit and month: asked of the office, printed and signed by both sides. */
import * as z from 'zod/mini';
import { FINDING_STATES } from '../domain/finding-life.ts';
import { INCOMING, OUTGOING } from '../domain/statement.ts';
import { Id, Instant, NoticeNumber, text } from './rows/shared.ts';

export const Month = z.string().check(z.regex(/^2\d{3}-(0[1-9]|1[0-2])$/));

const Causes = z.enum([...INCOMING, ...OUTGOING]);

export const Statement = z.object({
  unitId: Id,
  unitName: text(200),
  officeName: text(60),
  month: Month,
  /** When it was computed; deeds that reach the office later may still belong to the month. */
  madeAt: Instant,
  /** False while the month is under way. */
  over: z.boolean(),
  sums: z.object({
    opening: z.int(),
    assigned: z.int(),
    back: z.int(),
    closed: z.int(),
    shelved: z.int(),
    'handed-off': z.int(),
    voided: z.int(),
    withdrawn: z.int(),
    closing: z.int(),
  }),
  lines: z.array(
    z.object({
      id: Id,
      pointName: text(200),
      text: text(1000),
      number: z.nullable(NoticeNumber),
      opening: z.boolean(),
      closing: z.boolean(),
      moves: z.array(z.object({ cause: Causes, at: Instant })),
      /** As of the month's end. */
      state: z.enum(FINDING_STATES),
      rework: z.int(),
      /** As of the month's end; null where none ran, or the records do not tell it. */
      dueAt: z.nullable(Instant),
      late: z.boolean(),
    }),
  ),
});
export type Statement = z.infer<typeof Statement>;
export type StatementLine = Statement['lines'][number];
