/** Beside the title: the views that one has saved, and the way out as a file. */
import { useState } from 'preact/hooks';
import type { LedgerFilter } from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { SavedViews } from './saved-views.tsx';

export function LedgerTools(props: {
  readonly filter: LedgerFilter;
  /** Problems that the filter leaves. */
  readonly matched: number;
  readonly set: (change: Partial<LedgerFilter>) => void;
  /** Both are the office's: without it there is neither. */
  readonly online: boolean;
}) {
  const [exporting, setExporting] = useState(false);
  return (
    <>
      {props.online && <SavedViews filter={props.filter} set={props.set} />}
      <Button
        kind="outlined"
        icon="export"
        disabled={!props.online}
        onClick={() => setExporting(true)}
      >
        导出
      </Button>
      <ExportDialog
        open={exporting}
        filter={props.filter}
        matched={props.matched}
        onClose={() => setExporting(false)}
      />
    </>
  );
}
