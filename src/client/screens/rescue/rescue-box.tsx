/** 离线包: out of a tablet without network, and into the office by way of any device with one. 诊断包 beside it. */
import { Button } from '../../ui/button.tsx';
import { useCustody } from '../../ui/use-custody.ts';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

export type Rescue = 'export' | 'import' | 'diagnostics';

export function RescueBox(props: { readonly onOpen: (rescue: Rescue) => void }) {
  const held = useCustody();
  const count = held ? held.saved - held.accepted : 0;
  return (
    <section class="side-box" aria-label="离线包">
      <p class="t-second">几天没有网络？导出后可交办公室导入，重复导入不会重复入账。</p>
      <Button
        kind="outlined"
        icon="export"
        disabled={!held || count + held.drafts === 0}
        onClick={() => props.onOpen('export')}
        wide
      >
        导出离线包 {count} 条
      </Button>
      <Button kind="plain" icon="up" onClick={() => props.onOpen('import')} wide>
        导入离线包
      </Button>
      <Button kind="plain" icon="info" onClick={() => props.onOpen('diagnostics')} wide>
        诊断包
      </Button>
    </section>
  );
}

/** Apart from the box, whose place on the screen changes as a tablet is turned. */
export function RescueDialogs(props: {
  readonly open: Rescue | null;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  return (
    <>
      <ExportDialog open={open === 'export'} onClose={onClose} />
      <ImportDialog open={open === 'import'} onClose={onClose} />
      <DiagnosticsDialog open={open === 'diagnostics'} onClose={onClose} />
    </>
  );
}
