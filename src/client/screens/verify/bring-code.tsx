import { useState } from 'preact/hooks';
import { codeInPhoto } from '../../scan/read-photo.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CameraView } from './camera-view.tsx';

/** A QR by the camera, out of a picture, or as text. */
export function BringCode(props: {
  /** The number of the notice that it should be on; null for any. */
  readonly inHand: string | null;
  readonly onCode: (text: string) => void;
}) {
  const { inHand, onCode } = props;
  const [camera, setCamera] = useState(false);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const found = (code: string) => {
    setCamera(false);
    setTrouble('');
    onCode(code);
  };
  const look = async (file: File) => {
    setTrouble('');
    try {
      const code = await codeInPhoto(file);
      if (code === null) setTrouble('照片里没有找到二维码。请靠近些、拍正、拍清楚，再试一次。');
      else found(code);
    } catch (error) {
      console.info('照片读不出', error);
      setTrouble('这张照片读不出来，请换一张再试。');
    }
  };
  return (
    <section class="verify-card" aria-label="取得核验码">
      <p>
        {inHand === null
          ? '扫通知书上的“扫码核验”二维码，没有网络也能核验。'
          : `扫手里这份 ${inHand} 上的二维码，看码是不是它的。`}
      </p>
      {camera ? (
        <CameraView onCode={found} onClose={() => setCamera(false)} />
      ) : (
        <Button kind="primary" size="main" icon="camera" wide onClick={() => setCamera(true)}>
          用摄像头扫码
        </Button>
      )}
      <label class="button button-outlined button-normal button-wide verify-pick">
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) void look(file);
          }}
        />
        <Icon name="photo" size={22} />
        选择二维码照片
      </label>
      <form
        class="verify-text"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') found(text.trim());
        }}
      >
        <Field
          label="或粘贴核验网址"
          value={text}
          onInput={setText}
          maxLength={800}
          autocomplete="off"
        />
        <Button kind="outlined" type="submit">
          核验
        </Button>
      </form>
      {trouble !== '' && (
        <p role="alert" class="scan-trouble">
          {trouble}
        </p>
      )}
    </section>
  );
}
