/** The office's own gateway: where it is, by what it knows us, and whether it is open. */
import { useState } from 'preact/hooks';
import { HookTried, SecretMade } from '../../../protocol/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ask } from './ask.ts';
import type { OutletParts } from './outlet-part.tsx';

export function HookForm(props: OutletParts & { readonly onSecret: () => void }) {
  const { outlet, patch, onSecret } = props;
  const { hookOn, hookUrl, hasSecret } = outlet;
  const [url, setUrl] = useState(hookUrl);
  const [secret, setSecret] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const makeSecret = async () => {
    setBusy(true);
    const answer = await ask('/api/outlet/secret', SecretMade, { method: 'POST', json: {} });
    setBusy(false);
    setSaid(answer.ok ? '' : answer.message);
    if (!answer.ok) return;
    setSecret(answer.value.secret);
    onSecret();
  };
  const tryOut = async () => {
    setBusy(true);
    const answer = await ask('/api/outlet/test', HookTried, { method: 'POST', json: {} });
    setBusy(false);
    const error = answer.ok ? answer.value.error : answer.message;
    setSaid(error === '' ? '试发成功，对方已收下。' : `试发没有成功：${error}。`);
  };
  const unsaved = url.trim() !== hookUrl;
  return (
    <section class="outlet-part" aria-labelledby="hook-head">
      <h2 id="hook-head" class="t-list">
        外发接口 · {hookOn ? '已打开' : '已关闭'}
      </h2>
      <p>
        把每条消息依次发给本单位自己的程序，由它再发短信、政务微信等；系统不带任何短信或微信通道。内容里有事由、简述、链接和收件人的账号、姓名、单位，请只填本单位管得住的地址。
      </p>
      <Field
        label="外发地址"
        type="url"
        value={url}
        onInput={setUrl}
        maxLength={500}
        placeholder="https://…"
        hint="以 http:// 或 https:// 开头；不跟随跳转"
      />
      <div class="outlet-actions">
        <Button
          kind={unsaved ? 'primary' : 'outlined'}
          disabled={!unsaved}
          onClick={() => void patch({ hookUrl: url.trim() }, '外发地址已保存')}
        >
          保存地址
        </Button>
        <Button kind="outlined" icon="key" disabled={busy} onClick={() => void makeSecret()}>
          {hasSecret ? '换一个密钥' : '生成密钥'}
        </Button>
        <Button
          kind="outlined"
          disabled={busy || unsaved || hookUrl === '' || !hasSecret}
          onClick={() => void tryOut()}
        >
          试发一条
        </Button>
        <Button
          kind={hookOn ? 'outlined' : 'primary'}
          disabled={!hookOn && (unsaved || hookUrl === '' || !hasSecret)}
          onClick={() =>
            void patch(
              { hookOn: !hookOn },
              hookOn ? '外发已关闭' : '外发已打开，从现在起的消息会发出',
            )
          }
        >
          {hookOn ? '关闭外发' : '打开外发'}
        </Button>
      </div>
      {secret !== '' && (
        <div class="outlet-secret" role="status">
          <p>密钥只显示这一次，请现在抄到接收程序里：</p>
          <p class="chain-end">{secret}</p>
        </div>
      )}
      {said !== '' && (
        <p class="outlet-said" role="status">
          {said}
        </p>
      )}
    </section>
  );
}
