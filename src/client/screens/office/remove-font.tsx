import { useEffect, useState } from 'preact/hooks';
import { FontRow } from '../../../protocol/rows/paper.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from './ask.ts';

/** Out of use, never gone: papers that were issued in it stay as they are. */
export function RemoveFont(props: { readonly font: FontRow | null; readonly onClose: () => void }) {
  const { font, onClose } = props;
  const { wake } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  useEffect(() => setTrouble(''), [font]);
  const remove = async () => {
    if (!font) return;
    setBusy(true);
    const answer = await ask(`/api/office/fonts/${font.id}`, FontRow, {
      method: 'PATCH',
      json: { place: 'out' },
    });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    wake();
    toast(`${font.name} 已停用`);
    onClose();
  };
  return (
    <Dialog
      title="停用字体"
      open={font !== null}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="danger" disabled={busy} onClick={remove}>
            停用
          </Button>
        </>
      }
    >
      <p>
        <b>{font?.name}</b>
        ：停用后新开的通知书改用排在后面的字体；已经开出的照旧用它，字体文件一直留在服务器上。要再用，重新上传即可。
      </p>
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
