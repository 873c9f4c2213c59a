/** 移交 from a problem's own screen. */
import type { DeedFormProps } from '../finding/deeds/deed-form.ts';
import { HandOffDialog } from './hand-off-dialog.tsx';

export function HandOffForm({ finding, open, onClose }: DeedFormProps) {
  return <HandOffDialog open={open} findings={[finding]} onClose={onClose} />;
}
