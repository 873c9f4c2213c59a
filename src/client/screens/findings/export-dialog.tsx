import './export-dialog.css';
import { useState } from 'preact/hooks';
import {
  type ExportProgress,
  LEDGER_FORMATS,
  type LedgerFilter,
  type LedgerFormat,
} from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Exporting, useExport } from './use-export.ts';

const FORMATS: Readonly<Record<LedgerFormat, { readonly name: string; readonly about: string }>> = {
  xlsx: { name: 'Excel 表格', about: '.xlsx，日期和数字可以直接排序' },
  csv: { name: 'CSV 文本', about: '.csv，UTF-8，其他系统导入用' },
  geojson: { name: 'GeoJSON 地图数据', about: '.geojson，WGS84 坐标' },
  zip: { name: '表格连同照片', about: '.zip，照片按表中序号命名，可能很大' },
};

/** What is filtered now, as a file. */
export function ExportDialog(props: {
  readonly open: boolean;
  readonly filter: LedgerFilter;
  readonly matched: number;
  readonly onClose: () => void;
}) {
  const { open, filter, matched, onClose } = props;
  const { state, begin, cancel, again } = useExport(filter);
  const [format, setFormat] = useState<LedgerFormat>('xlsx');
  const writing =
    state.kind === 'asked' || (state.kind === 'told' && state.progress.state === 'writing');
  return (
    <Dialog
      title="导出台账"
      open={open}
      onClose={onClose}
      actions={
        writing ? (
          <>
            <Button kind="danger" onClick={() => void cancel()}>
              取消导出
            </Button>
            <Button kind="primary" onClick={onClose}>
              离开，继续下载
            </Button>
          </>
        ) : (
          <>
            <Button kind="outlined" onClick={onClose}>
              关闭
            </Button>
            {state.kind === 'choosing' ? (
              <Button
                kind="primary"
                icon="export"
                disabled={matched === 0}
                onClick={() => begin(format)}
              >
                导出 {matched.toLocaleString('zh-CN')} 条
              </Button>
            ) : (
              <Button kind="primary" onClick={again}>
                再导出一份
              </Button>
            )}
          </>
        )
      }
    >
      {state.kind === 'choosing' ? (
        <>
          <fieldset class="ledger-formats">
            <legend class="unseen">格式</legend>
            {LEDGER_FORMATS.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="ledger-format"
                  checked={one === format}
                  onChange={() => setFormat(one)}
                />
                <span>
                  <b>{FORMATS[one].name}</b>
                  <span class="t-second">{FORMATS[one].about}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="t-second">
            {matched === 0
              ? '现在的条件下没有问题，请先改条件。'
              : '只导出现在的条件筛出的问题，顺序与屏幕一致。'}
          </p>
        </>
      ) : (
        <Stage state={state} />
      )}
    </Dialog>
  );
}

function Stage({ state }: { readonly state: Exclude<Exporting, { kind: 'choosing' }> }) {
  if (state.kind === 'unknown') {
    return <p role="alert">服务器没有说写到了哪里。请看浏览器的下载列表；没有的话，再导出一份。</p>;
  }
  if (state.kind === 'asked') {
    return (
      <div role="status">
        <p>正在清点</p>
        <progress aria-label="导出进度" />
      </div>
    );
  }
  const { progress } = state;
  return (
    <div role={progress.state === 'failed' ? 'alert' : 'status'}>
      <p>{sayProgress(progress)}</p>
      <progress max={Math.max(1, progress.total)} value={progress.written} aria-label="导出进度" />
      <p class="t-second">
        {(progress.bytes / 1e6).toFixed(1)} MB
        {progress.photos > 0 && `，照片 ${progress.photos.toLocaleString('zh-CN')} 张`}
      </p>
    </div>
  );
}

function sayProgress({ state, written, total, photos }: ExportProgress): string {
  const said = `${written.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 条`;
  switch (state) {
    case 'writing':
      return written === total && photos > 0 ? '正在装照片' : `正在写 ${said}`;
    case 'done':
      return `写完了，共 ${total.toLocaleString('zh-CN')} 条，在浏览器的下载列表里。`;
    case 'cancelled':
      return `已取消，写到 ${said}，下载的文件不完整，请删除。`;
    case 'failed':
      return `没有写完，停在 ${said}，请再导出一份。`;
  }
}
