/** 移交数字城管 of one problem, from its own screen. */
import { HandOffDialog } from '../../handoff/hand-off-dialog.tsx';
import type { DeedFormProps } from './deed-form.ts';

export function HandOffForm({ finding, open, onClose }: DeedFormProps) {
  return <HandOffDialog open={open} findings={[finding]} onClose={onClose} onDone={onClose} />;
}
