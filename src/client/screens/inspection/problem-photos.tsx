import './problem-photos.css';
import { useRef } from 'preact/hooks';
import type { DraftRow } from '../../store/tables.ts';
import { Icon } from '../../ui/icon.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import type { AddPhotos } from './use-add-photos.ts';

/** The photos of a problem and the button that takes more, from the camera or from files. */
export function ProblemPhotos(props: {
  readonly draft: Pick<DraftRow, 'photos'>;
  readonly adding: AddPhotos;
  readonly onRemove: (id: string) => void;
  /** What they show. */
  readonly name?: string;
}) {
  const { draft, adding, onRemove, name = '问题照片' } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="problem-photos">
      <span class="field-label">
        {props.name ?? '照片'}
        {draft.photos.length > 0 ? ` ${draft.photos.length}` : ''}
      </span>
      <PhotoStrip photos={draft.photos} name={name} onRemove={onRemove}>
        <button
          class="photo-add"
          type="button"
          disabled={adding.busy !== null}
          onClick={() => input.current?.click()}
        >
          <Icon name="camera" size={26} />
          添加照片
        </button>
      </PhotoStrip>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label="选择照片文件"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          adding.add(files);
        }}
      />
      <p class="t-small" aria-live="polite">
        {adding.busy && `正在处理第 ${adding.busy.nth} / ${adding.busy.of} 张`}
      </p>
      {adding.trouble !== '' && (
        <p class="field-error" role="alert">
          {adding.trouble}
        </p>
      )}
    </div>
  );
}
