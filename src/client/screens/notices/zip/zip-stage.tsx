import '../../notice/share/share.css';
import { saveFile } from '../../../rescue/hand-over.ts';
import { Button } from '../../../ui/button.tsx';
import { fullStop } from '../../../ui/full-stop.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Zipping } from './use-zip.ts';

/** How far a ZIP is, and what is in it once it is there. */
export function ZipStage({ state }: { readonly state: Exclude<Zipping, { kind: 'choosing' }> }) {
  switch (state.kind) {
    case 'making':
      return (
        <div class="share-making" role="status">
          <p>
            正在生成 {state.done} / {state.of}
          </p>
          <progress max={Math.max(1, state.of)} value={state.done} aria-label="打包进度" />
          <p class="t-second">{state.name}</p>
        </div>
      );
    case 'made':
      return <Made file={state.file} failed={state.failed} />;
    case 'failed':
      return (
        <p class="share-trouble" role="alert">
          {fullStop(state.message)}
        </p>
      );
  }
}

function Made({ file, failed }: Omit<Extract<Zipping, { kind: 'made' }>, 'kind'>) {
  return (
    <>
      <p class="share-file" role="status">
        <Icon name="check" size={22} weight={2.6} />
        <span>
          <b>{file.name}</b>
          <span class="t-second">{(file.size / 1e6).toFixed(1)} MB</span>
        </span>
      </p>
      {failed.length > 0 && (
        <div class="share-trouble" role="alert">
          <p>{failed.length} 份没有生成，名单也写在 ZIP 里：</p>
          <ul>
            {failed.slice(0, 5).map(({ name, message }) => (
              <li key={name}>
                {name}：{message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="share-ways">
        <Button kind="primary" icon="export" onClick={() => saveFile(file)}>
          存到本机
        </Button>
      </div>
    </>
  );
}
