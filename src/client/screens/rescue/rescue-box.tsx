/** 离线包: out of a tablet without network, and into the office by way of any device with one. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useCustody } from '../../ui/use-custody.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

export function RescueBox() {
  const held = useCustody();
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  const count = held ? held.saved - held.accepted : 0;
  return (
    <section class="side-box" aria-label="离线包">
      <p class="t-second">几天没有网络？导出后可交办公室导入，重复导入不会重复入账。</p>
      <Button
        kind="outlined"
        icon="export"
        disabled={!held || count + held.drafts === 0}
        onClick={() => setOpen('export')}
        wide
      >
        导出离线包 {count} 条
      </Button>
      <Button kind="plain" icon="up" onClick={() => setOpen('import')} wide>
        导入离线包
      </Button>
      <ExportDialog open={open === 'export'} count={count} onClose={close} />
      <ImportDialog open={open === 'import'} onClose={close} />
    </section>
  );
}
