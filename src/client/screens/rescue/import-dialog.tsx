/** 导入离线包: a file and its passphrase, a look at what it is, then into the office's books. */
import './rescue.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sayMoment } from '../../../domain/civil.ts';
import { EXTENSION } from '../../../protocol/parcel-file.ts';
import type { OpenParcel } from '../../../protocol/parcel-open.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { Icon } from '../../ui/icon.tsx';
import { ImportResult } from './import-result.tsx';
import { sayParcelCounts, saySize } from './say-parcel.ts';
import { useImport } from './use-import.ts';

export function ImportDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { open, onClose } = props;
  const { stage, trouble, look, take } = useImport(open);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => {
    if (open) return;
    setFile(null);
    setPassphrase('');
  }, [open]);
  const opening = stage.kind === 'choosing' || stage.kind === 'opening';
  const looking = stage.kind === 'opened' || stage.kind === 'importing';
  return (
    <Dialog
      title="导入离线包"
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button kind={stage.kind === 'imported' ? 'primary' : 'outlined'} onClick={onClose}>
            {stage.kind === 'imported' ? '完成' : '取消'}
          </Button>
          {opening && (
            <Button
              kind="primary"
              icon="key"
              disabled={file === null || passphrase === '' || stage.kind === 'opening'}
              onClick={() => file && void look(file, passphrase)}
            >
              {stage.kind === 'opening' ? '正在打开' : '打开'}
            </Button>
          )}
          {looking && (
            <Button
              kind="primary"
              icon="up"
              disabled={stage.kind === 'importing'}
              onClick={() => void take(stage.parcel)}
            >
              {stage.kind === 'importing' ? '正在导入' : '导入'}
            </Button>
          )}
        </>
      }
    >
      {opening && (
        <>
          <p>
            离线包是别的设备没有网络时导出的文件。导入后按原来的人和时间入账，不动本机自己的内容。
          </p>
          <Chooser file={file} onChoose={setFile} />
          <Field
            label="口令"
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={setPassphrase}
            hint="导出时定的口令，不是登录密码。"
          />
        </>
      )}
      {stage.kind === 'opening' && <progress value={stage.read} aria-label="打开进度" />}
      {looking && <About parcel={stage.parcel} />}
      {stage.kind === 'importing' && <Progress parcel={stage.parcel} done={stage.done} />}
      {stage.kind === 'imported' && <ImportResult parcel={stage.parcel} tally={stage.tally} />}
      {trouble && (
        <p class="parcel-note tone-bad" role="alert" data-code={trouble.code}>
          <Icon name="warning" size={20} />
          <span>{fullStop(trouble.message)}</span>
        </p>
      )}
    </Dialog>
  );
}

function Chooser(props: { readonly file: File | null; readonly onChoose: (file: File) => void }) {
  const { file, onChoose } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="parcel-choice">
      {/* No `accept`: tablets grey out files of a kind that they do not know. */}
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onChoose(chosen);
        }}
      />
      <Button kind="outlined" icon="export" onClick={() => input.current?.click()}>
        {file ? '换一个文件' : '选择文件'}
      </Button>
      <span class="parcel-name">
        {file ? `${file.name} · ${saySize(file.size)}` : `文件名以 .${EXTENSION} 结尾`}
      </span>
    </div>
  );
}

function About(props: { readonly parcel: OpenParcel }) {
  const { origin, accountName, officeName, counts } = props.parcel.about;
  return (
    <dl class="parcel-facts">
      <div>
        <dt>谁的</dt>
        <dd>
          <b>{accountName}</b> · {officeName}
        </dd>
      </div>
      <div>
        <dt>导出</dt>
        <dd>
          {sayMoment(origin.madeAt)}，{origin.report.label}
        </dd>
      </div>
      <div>
        <dt>内容</dt>
        <dd>{sayParcelCounts(counts)}</dd>
      </div>
    </dl>
  );
}

function Progress(props: { readonly parcel: OpenParcel; readonly done: number }) {
  const { deeds, photos } = props.parcel.about.counts;
  const all = deeds + photos;
  return (
    <div class="parcel-progress" role="status">
      <p>
        {props.done} / {all}
      </p>
      <progress max={Math.max(1, all)} value={props.done} aria-label="导入进度" />
    </div>
  );
}
