import './rescue.css';
import type { ComponentChildren } from 'preact';
import { canShare, saveFile, shareFile } from '../../rescue/hand-over.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { saySize } from './say-parcel.ts';

/** A file that has been written and saved: what it is, and ways to hand it over. */
export function WrittenFile(props: {
  readonly file: File;
  /** Said behind its size. */
  readonly about: string;
  readonly children: ComponentChildren;
}) {
  const { file, about } = props;
  return (
    <>
      <p class="parcel-file" role="status">
        <Icon name="check" size={22} weight={2.6} />
        <span>
          <b>{file.name}</b>
          <span class="t-second">
            {saySize(file.size)}
            {about}
          </span>
        </span>
      </p>
      {props.children}
      <div class="parcel-ways">
        <Button kind="outlined" icon="export" onClick={() => saveFile(file)}>
          再存一次
        </Button>
        {canShare(file) && (
          <Button kind="outlined" icon="up" onClick={() => void shareFile(file)}>
            发给别人
          </Button>
        )}
      </div>
    </>
  );
}
