import type { NoticePaper } from '../../../../document/paper.ts';
import type { FaceFonts } from '../../../../protocol/rows/index.ts';
import type { PaperForm } from '../../../paper/paper-job.ts';

/** A paper that may be taken along as a file. */
export interface PaperOffer {
  /** 通知书, 送达回证, 作废告知书. */
  readonly name: string;
  readonly paper: NoticePaper;
  /** Those that it was issued in; null for what is printed in those of today. */
  readonly fonts: FaceFonts | null;
  /** The date that the file bears (ms). */
  readonly issuedAt: number;
  /** Without its ending. */
  readonly fileName: string;
}

export const FORM_NAMES: Readonly<Record<PaperForm, string>> = { pdf: 'PDF', docx: 'Word' };

const TYPES: Readonly<Record<PaperForm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function fileOf(
  { fileName }: PaperOffer,
  form: PaperForm,
  bytes: Uint8Array<ArrayBuffer>,
): File {
  return new File([bytes], `${fileName}.${form}`, { type: TYPES[form] });
}
