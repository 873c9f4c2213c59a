/** 导出与分享: which paper, in which form; then the file, and ways to hand it over. */
import './share.css';
import type { ComponentChildren } from 'preact';
import { canShare, saveFile, shareFile } from '../../../rescue/hand-over.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FontProgressLine } from '../../../ui/font-progress.tsx';
import { fullStop } from '../../../ui/full-stop.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MakingBar } from './making-bar.tsx';
import { FORM_NAMES, type PaperOffer } from './paper-offer.ts';
import { type Maker, type Making, useMaking } from './use-making.ts';

export function ShareDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly offers: readonly PaperOffer[];
}) {
  const maker = useMaking();
  const { state, leave } = maker;
  const close = () => {
    leave();
    props.onClose();
  };
  return (
    <Dialog
      title="导出与分享"
      open={props.open}
      onClose={close}
      actions={
        <>
          {state.kind !== 'choosing' && (
            <Button kind="outlined" onClick={leave}>
              {state.kind === 'making' ? '停下' : '返回'}
            </Button>
          )}
          <Button kind="outlined" onClick={close}>
            {state.kind === 'made' ? '完成' : '关闭'}
          </Button>
        </>
      }
    >
      {state.kind === 'choosing' ? (
        <Choice offers={props.offers} maker={maker} />
      ) : (
        <Stage state={state} maker={maker} />
      )}
    </Dialog>
  );
}

function Choice(props: { readonly offers: readonly PaperOffer[]; readonly maker: Maker }) {
  return (
    <>
      <ul class="share-papers">
        {props.offers.map((offer) => (
          <li key={offer.name}>
            <span class="share-name">{offer.name}</span>
            {(['pdf', 'docx'] as const).map((form) => (
              <Button
                key={form}
                kind="outlined"
                icon={form === 'pdf' ? 'export' : 'notice'}
                label={`${offer.name} ${FORM_NAMES[form]}`}
                onClick={() => props.maker.make({ offer, form })}
              >
                {FORM_NAMES[form]}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      <p class="t-second">
        在本机生成，没有网络也可以。PDF 用于打印、发送和核验；Word 可以再编辑。
      </p>
    </>
  );
}

function Stage(props: {
  readonly state: Exclude<Making, { kind: 'choosing' }>;
  readonly maker: Maker;
}) {
  const { state, maker } = props;
  switch (state.kind) {
    case 'making':
      return <MakingBar wish={state.wish} progress={state.progress} />;
    case 'made':
      return <Made file={state.file} />;
    case 'no-fonts':
      return (
        <Trouble>
          <p>
            这份公文的字体还没有下载到本机，暂不能生成 PDF。打印可以先用系统字体，Word 不受影响。
          </p>
          <FontProgressLine />
        </Trouble>
      );
    case 'no-photos':
      return (
        <Trouble>
          <p>有 {state.count} 张照片不在本机，也没有取到。联网后再生成，文件才与签发时一致。</p>
          <Button kind="outlined" onClick={() => maker.make(state.wish, true)}>
            缺照片也生成
          </Button>
        </Trouble>
      );
    case 'failed':
      return (
        <Trouble>
          <p>{fullStop(state.message)}</p>
          <Button kind="outlined" icon="sync" onClick={() => maker.make(state.wish)}>
            再试一次
          </Button>
        </Trouble>
      );
  }
}

function Trouble(props: { readonly children: ComponentChildren }) {
  return (
    <div class="share-trouble" role="alert">
      {props.children}
    </div>
  );
}

function Made({ file }: { readonly file: File }) {
  return (
    <>
      <p class="share-file" role="status">
        <Icon name="check" size={22} weight={2.6} />
        <span>
          <b>{file.name}</b>
          <span class="t-second">{(file.size / 1e6).toFixed(2)} MB</span>
        </span>
      </p>
      <div class="share-ways">
        {canShare(file) && (
          <Button kind="primary" icon="up" onClick={() => void shareFile(file)}>
            分享给别人
          </Button>
        )}
        <Button
          kind={canShare(file) ? 'outlined' : 'primary'}
          icon="export"
          onClick={() => saveFile(file)}
        >
          存到本机
        </Button>
      </div>
    </>
  );
}
