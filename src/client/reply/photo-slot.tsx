/** The one after-photo: by the camera or from the album, made small on the phone, then sent. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhotoArgs } from '../../protocol/mutations/photos.ts';
import { saySize } from '../answer/answer-draft.ts';
import { Chosen, PickButton } from '../answer/answer-fields.tsx';
import type { Sender } from '../answer/use-sending.ts';
import { makeId } from '../devices/uuid.ts';
import { type SmallPhoto, shrink } from './shrink.ts';

export function PhotoSlot(props: {
  readonly photo: PhotoArgs | null;
  readonly sender: Sender;
  readonly now: () => number;
  readonly onPhoto: (photo: PhotoArgs | null) => void;
}) {
  const { photo, sender, now, onPhoto } = props;
  const { state } = sender;
  const small = useRef<SmallPhoto | null>(null);
  const [preview, setPreview] = useState('');
  useEffect(
    () => () => {
      if (preview !== '') URL.revokeObjectURL(preview);
    },
    [preview],
  );
  const send = async (made: SmallPhoto) => {
    const taken = await sender.send('整改后照片', made.jpeg);
    if (!taken) return;
    const { width, height, takenAt, timed, phash } = made;
    const { sha256, bytes } = taken;
    onPhoto({ id: makeId(), sha256, bytes, width, height, takenAt, timed, phash, place: null });
  };
  const pick = async (file: File) => {
    small.current = null;
    try {
      const made = await shrink(file, now());
      small.current = made;
      setPreview(URL.createObjectURL(made.jpeg));
      await send(made);
    } catch (error) {
      console.info('照片没有处理成', error);
      sender.refuse('照片', error instanceof Error ? error.message : '照片没有处理成。');
    }
  };
  const shown = preview !== '' && <img src={preview} alt="选好的整改后照片" />;
  if (photo) {
    const more = `${photo.width}×${photo.height}，${saySize(photo.bytes)}，已上传`;
    return (
      <Chosen name="整改后照片" more={more} part={null} onRemove={() => onPhoto(null)}>
        {shown}
      </Chosen>
    );
  }
  if (state.kind === 'busy') {
    const more = `正在上传 ${Math.round(state.part * 100)}%`;
    return (
      <Chosen name={state.name} more={more} part={state.part} onRemove={sender.leave}>
        {shown}
      </Chosen>
    );
  }
  const cut = small.current;
  return (
    <div class="answer-slot">
      <div class="answer-picks">
        <PickButton
          label="拍照"
          icon="camera"
          accept="image/*"
          camera
          onFile={(file) => void pick(file)}
        />
        <PickButton
          label="从相册选"
          icon="photo"
          accept="image/*"
          onFile={(file) => void pick(file)}
        />
      </div>
      <p class="t-small">整改后照片一张就够，尽量从发现时的角度拍；可以不附。</p>
      {state.kind === 'cut' && (
        <p class="field-error" role="alert">
          {state.message}{' '}
          {cut && (
            <button
              type="button"
              class="button button-outlined button-normal"
              onClick={() => void send(cut)}
            >
              再传一次
            </button>
          )}
        </p>
      )}
    </div>
  );
}
