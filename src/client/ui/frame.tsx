/** What stays while screens change: the rail (bottom bar on the phone), toasts, and the word of a new version. */
import './frame.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { alarmsOf } from '../rescue/alarms.ts';
import { applyUpdate, updateWaiting } from '../service-worker.ts';
import { workInHand } from '../work-in-hand.ts';
import { storageTrouble, unread, workplace } from '../workplace.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { later } from './later.tsx';
import { Mark } from './mark.tsx';
import { navItems } from './nav-items.ts';
import { toast } from './toast.tsx';
import { useWorkplace } from './use-workplace.ts';

const AlarmBars = later(
  async () => (await import('../screens/rescue/alarm-bars.tsx')).AlarmBars,
  () => null,
);

const ReviewCount = later(
  async () => (await import('../screens/review/review-count.tsx')).ReviewCount,
  () => null,
);

const AccountSheet = later(
  async () => (await import('../screens/account/account-sheet.tsx')).AccountSheet,
  () => null,
);

export function Frame(props: { readonly children: ComponentChildren }) {
  const { session } = useWorkplace();
  const { path } = useLocation();
  const [account, setAccount] = useState(false);
  const desk = session.role === 'supervisor' || session.role === 'admin';
  return (
    <div class={`frame${desk ? ' desk' : ''}`}>
      <nav class="rail" aria-label="主导航">
        <a class="rail-home" href="/" aria-label="巡点，回到首页">
          <Mark />
          <b aria-hidden="true">巡点</b>
        </a>
        {navItems(session.role).map((item) => {
          const current = item.under.some((at) => path === at || path.startsWith(`${at}/`));
          return (
            <a
              key={item.href}
              class={`rail-item${item.phone ? '' : ' rail-tablet'}`}
              href={item.href}
              aria-current={current ? 'page' : undefined}
            >
              <Icon name={item.icon} size={24} weight={current ? 2.2 : 1.75} />
              <span class="rail-word">{item.word}</span>
              <span class="rail-words">{item.words}</span>
              {item.href === '/review' && <ReviewCount />}
              {item.icon === 'bell' && <Unread />}
            </a>
          );
        })}
        <button
          class="rail-item rail-person"
          type="button"
          aria-haspopup="dialog"
          onClick={() => setAccount(true)}
        >
          <Icon name="person" size={24} />
          <span>{session.name}</span>
          <Unread />
        </button>
      </nav>
      <div class="stage">
        {updateWaiting.value && workInHand.value === 0 && <UpdateBar />}
        {storageTrouble.value && (
          <p class="notice-bar tone-bad" role="alert">
            <span>{storageTrouble.value.message}</span>
            <Button kind="plain" onClick={() => location.reload()}>
              重新打开
            </Button>
          </p>
        )}
        {alarmsOf(workplace.value).length > 0 && <AlarmBars />}
        {props.children}
      </div>
      <AccountSheet open={account} onClose={() => setAccount(false)} />
    </div>
  );
}

function Unread() {
  const count = unread.value;
  return count === 0 ? null : (
    <b class="rail-count" role="img" aria-label={`${count} 条未读消息`}>
      {count}
    </b>
  );
}

function UpdateBar() {
  const update = async () => {
    if (!(await applyUpdate())) toast('另一个页面正在检查或填写，完成后再更新');
  };
  return (
    <p class="notice-bar tone-info" role="status">
      <span>有新版本。本机已存的内容都会保留。</span>
      <Button kind="plain" onClick={update}>
        更新
      </Button>
    </p>
  );
}
