import { useState } from 'preact/hooks';
import { Pick } from './pick.tsx';

/** Another way to a QR than the phone's own scanner: a photograph of it, or its text. */
export function BringCode(props: {
  readonly first: boolean;
  readonly onCode: (code: string) => void;
}) {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const bring = (found: string) => {
    const code = found.trim();
    setTrouble('');
    props.onCode(code.slice(code.indexOf('#') + 1));
  };
  const look = async (file: File) => {
    setTrouble('');
    try {
      const { codeInPhoto } = await import('../scan/read-photo.ts');
      const found = await codeInPhoto(file);
      if (found === null) setTrouble('照片里没有找到二维码。请靠近些、拍正、拍清楚，再试一次。');
      else bring(found);
    } catch (error) {
      console.info('照片读不出', error);
      setTrouble('这张照片读不出来，请换一张再试。');
    }
  };
  return (
    <section class="verify-part">
      <h2>{props.first ? '没有扫码工具？' : '核验另一份'}</h2>
      <Pick label="拍摄或选择二维码照片" accept="image/*" onFile={look} />
      <form
        class="verify-type"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') bring(text);
        }}
      >
        <label>
          或粘贴核验网址
          <input
            type="text"
            value={text}
            autocomplete="off"
            maxLength={800}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button class="verify-button" type="submit">
          核验
        </button>
      </form>
      {trouble !== '' && (
        <p role="alert" class="verify-trouble">
          {trouble}
        </p>
      )}
    </section>
  );
}
