/** Who is signed in, how to leave, and what stays on the device when one does. */
import './account.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayRole } from '../../../domain/role.ts';
import { leave } from '../../entry.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { useMyTeam, useUnitsById } from '../../ui/use-city.ts';
import { useCustody } from '../../ui/use-custody.ts';
import { useOffice } from '../../ui/use-office.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { unread } from '../../workplace.ts';
import { install, installOffered, isInstalled } from './install.ts';
import { PushChoice, stopPush } from './push-choice.tsx';

export function AccountSheet(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { session } = useWorkplace();
  const team = useMyTeam();
  const units = useUnitsById();
  const office = useOffice();
  const belongs = session.unitId ? units.get(session.unitId)?.name : team?.name;
  return (
    <Dialog title="我的账号" open={props.open} onClose={props.onClose} look="sheet">
      <dl class="account-facts">
        <div>
          <dt>姓名</dt>
          <dd>{session.name}</dd>
        </div>
        <div>
          <dt>账号</dt>
          <dd>{session.account}</dd>
        </div>
        <div>
          <dt>角色</dt>
          <dd>
            {sayRole(session.role)}
            {belongs ? ` · ${belongs}` : ''}
          </dd>
        </div>
        {office && (
          <div>
            <dt>单位</dt>
            <dd>{office.name}</dd>
          </div>
        )}
      </dl>
      <MessagesLink onClose={props.onClose} />
      {props.open && <PushChoice />}
      <InstallHint />
      <SignOut />
      <p class="t-small">巡点 {__APP_VERSION__}</p>
    </Dialog>
  );
}

/** On the phone the bar has no room for it. */
function MessagesLink({ onClose }: { readonly onClose: () => void }) {
  const count = unread.value;
  return (
    <Button kind="outlined" icon="bell" href="/messages" onClick={onClose}>
      {count > 0 ? `消息（${count} 条未读）` : '消息'}
    </Button>
  );
}

function InstallHint() {
  if (isInstalled()) return null;
  if (installOffered()) {
    return (
      <Button kind="outlined" icon="device" onClick={install}>
        添加到桌面
      </Button>
    );
  }
  return (
    <p class="account-hint">
      <Icon name="device" size={20} />
      <span>在浏览器菜单里选“添加到主屏幕”或“安装”，以后从桌面直接打开，没有网络也能用。</span>
    </p>
  );
}

function SignOut() {
  const held = useCustody();
  const { route } = useLocation();
  const [leaving, setLeaving] = useState(false);
  const unsent = (held?.waiting ?? 0) + (held?.refused ?? 0);
  const drafts = held?.drafts ?? 0;
  const go = async () => {
    setLeaving(true);
    await stopPush();
    const going = leave();
    // Whoever signs in next starts at the beginning, not where this person was.
    route('/', true);
    const left = await going;
    toast(
      left.unsent > 0
        ? `已退出。还有 ${left.unsent} 条没有上传，都在本机，再登录这个账号会继续上传`
        : '已退出登录',
    );
  };
  return (
    <div class="account-leave">
      {unsent > 0 || drafts > 0 ? (
        <p class="account-hint tone-warn">
          <Icon name="warning" size={20} />
          <span>
            {unsent > 0 && `还有 ${unsent} 条没有入账。`}
            {drafts > 0 && `还有 ${drafts} 条问题写了没有保存。`}
            退出后都留在这台平板上，不会丢；只有您再次登录，才会继续上传。
          </span>
        </p>
      ) : (
        <p class="t-small">本机内容已全部入账。退出后，这台设备再次登录需要网络。</p>
      )}
      <Button kind="outlined" icon="exit" disabled={leaving} onClick={go}>
        退出登录
      </Button>
    </div>
  );
}
