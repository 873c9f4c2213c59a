import { useState } from 'preact/hooks';
import { type FileInHand, readFile } from './file-in-hand.ts';
import { Pick } from './pick.tsx';

/** Whether a PDF is the very file that was issued. */
export function CheckFile(props: {
  readonly file: FileInHand | null;
  readonly onFile: (file: FileInHand) => void;
}) {
  const [trouble, setTrouble] = useState('');
  const choose = async (file: File) => {
    setTrouble('');
    try {
      props.onFile(await readFile(file));
    } catch (error) {
      console.info('文件读不出', error);
      setTrouble('这个文件读不出来，请换一个文件再试。');
    }
  };
  return (
    <section class="verify-part">
      <h2>收到的是 PDF 文件？</h2>
      <p>选中它，可以核对文件与签发时是否一字不差。文件只在您的手机上计算，不上传。</p>
      {props.file && (
        <p>
          已核对：<b>{props.file.name}</b>
        </p>
      )}
      <Pick label="选择 PDF 文件" accept="application/pdf,.pdf" onFile={choose} />
      {trouble !== '' && <p role="alert">{trouble}</p>}
    </section>
  );
}
