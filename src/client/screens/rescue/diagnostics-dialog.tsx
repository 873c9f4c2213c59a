/** 诊断包: written as soon as it is asked for; here it is said what is in it, and handed on. */
import './rescue.css';
import { useEffect, useState } from 'preact/hooks';
import { diagnosticsFile } from '../../rescue/diagnostics-file.ts';
import { saveFile } from '../../rescue/hand-over.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { WrittenFile } from './written-file.tsx';

export function DiagnosticsDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { open, onClose } = props;
  const place = useWorkplace();
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    if (!open) return;
    setFile(null);
    setTrouble('');
    diagnosticsFile(place).then(
      (made) => {
        saveFile(made);
        setFile(made);
      },
      (error: unknown) => setTrouble(StorageTrouble.of(error, '没有生成诊断包').message),
    );
  }, [open]);
  return (
    <Dialog
      title="诊断包"
      open={open}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          完成
        </Button>
      }
    >
      {file && (
        <WrittenFile file={file} about="，已存到本机的“下载”">
          <p>交给管理员查找同步问题用。</p>
          <p>
            里面有：程序和浏览器版本、各类内容的条数和状态、存储空间、时钟差、最近 200
            次同步的结果和用时。没有问题文字、备注、照片、单位和人名。
          </p>
        </WrittenFile>
      )}
      {trouble !== '' && (
        <p class="parcel-note tone-bad" role="alert">
          <Icon name="warning" size={20} />
          <span>{trouble}</span>
        </p>
      )}
    </Dialog>
  );
}
