import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';

/** The link that was just made: to be copied or scanned now, since it is told nowhere again. */
export function MadeLink({ address }: { readonly address: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid('已复制，可以粘贴到短信、微信里发给责任单位。');
    } catch (error) {
      console.info('没有复制成', error);
      field.current?.select();
      setSaid('这个浏览器不让自动复制，链接已选中，请按住它手动复制。');
    }
  };
  return (
    <div class="links-made">
      <input
        ref={field}
        class="input"
        readOnly
        aria-label="反馈链接"
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div class="links-ways">
        <Button kind="outlined" onClick={() => void copy()}>
          复制链接
        </Button>
        <Button kind="outlined" pressed={shown} onClick={() => setShown(!shown)}>
          二维码
        </Button>
      </div>
      {said !== '' && <p role="status">{said}</p>}
      {shown && <QrCode text={address} label="反馈链接的二维码" />}
      <p class="t-second">链接只显示这一次，关闭后看不到了，可以再生成。请只发给责任单位。</p>
    </div>
  );
}
