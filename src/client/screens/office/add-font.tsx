import { useEffect, useRef, useState } from 'preact/hooks';
import type { Face } from '../../../domain/face.ts';
import { sayFontSize } from '../../fonts/font-progress.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FontBar } from '../../ui/font-progress.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { FACE_NAMES } from './face-names.ts';
import { uploadFont } from './upload-font.ts';

/** One TTF for one face, with the declaration that the office may use it. */
export function AddFont(props: { readonly face: Face | null; readonly onClose: () => void }) {
  const { face, onClose } = props;
  const { wake } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [licensed, setLicensed] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    setFile(null);
    setLicensed(false);
    setShare(null);
    setTrouble('');
  }, [face]);
  const name = FACE_NAMES.find((one) => one.face === face)?.name ?? '';
  const busy = share !== null;
  const send = async () => {
    if (!face) return;
    if (!file || !licensed) {
      setTrouble(file ? '请先勾选使用授权的声明。' : '请先选择字体文件。');
      return;
    }
    setTrouble('');
    setShare(0);
    const answer = await uploadFont(file, face, setShare);
    setShare(null);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    wake();
    toast(`${answer.value.name} 已用于${name}`);
    onClose();
  };
  return (
    <Dialog
      title={`上传${name}`}
      open={face !== null}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" icon="up" disabled={busy} onClick={send}>
            {busy ? '正在上传' : '上传'}
          </Button>
        </>
      }
    >
      <p>TTF 格式、TrueType 轮廓的单个字体，不超过 40 MB。OTF 和 TTC 不收。</p>
      <div class="font-choice">
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (!chosen) return;
            setFile(chosen);
            setTrouble('');
          }}
        />
        <Button kind="outlined" disabled={busy} onClick={() => input.current?.click()}>
          {file ? '换一个文件' : '选择文件'}
        </Button>
        <span class="font-file">
          {file ? `${file.name} · ${sayFontSize(file.size)}` : '还没有选择'}
        </span>
      </div>
      <label class="font-licence">
        <input
          type="checkbox"
          checked={licensed}
          onChange={(event) => {
            setLicensed(event.currentTarget.checked);
            setTrouble('');
          }}
        />
        本单位已取得该字体的使用授权，包括嵌入公文。
      </label>
      {busy && <FontBar value={share} max={1} label="字体上传进度" />}
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
