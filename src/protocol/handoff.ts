/** 移交数字城管: what the office answers of codes. */
import * as z from 'zod/mini';
import { CODE_KINDS } from '../domain/city-code.ts';
import { ImportReport } from './admin.ts';
import { text } from './rows/shared.ts';

export const CodeTableAnswer = z.object({
  codes: z.array(
    z.object({
      code: text(20),
      kind: z.enum(CODE_KINDS),
      major: text(10),
      majorName: text(60),
      minor: text(10),
      minorName: text(60),
      usualOwner: text(300),
      retired: z.boolean(),
    }),
  ),
  mappings: z.array(z.object({ source: text(120), code: text(20) })),
});
export type CodeTableAnswer = z.infer<typeof CodeTableAnswer>;

/** What an import of the whole table did, in rows. */
export const CodeReport = z.extend(ImportReport, {
  /** Codes that are no longer offered, mappings that are no longer made. */
  dropped: z.int(),
});
export type CodeReport = z.infer<typeof CodeReport>;
