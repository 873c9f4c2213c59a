/** Signing in: the one screen that needs the network, and only the first time on a device. */
import './login.css';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { enterAs, entry } from '../../entry.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { workplace } from '../../workplace.ts';
import { destination } from './destination.ts';
import { useOnline } from './use-online.ts';

export function LoginScreen() {
  const { query, route } = useLocation();
  const online = useOnline();
  const open = workplace.value;
  const [account, setAccount] = useState(open?.session.account ?? '');
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = '登录 · 巡点';
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (account.trim() === '' || password === '') {
      setTrouble('请填写账号和密码');
      return;
    }
    setBusy(true);
    setTrouble('');
    const answer = await enterAs(account.trim(), password);
    setBusy(false);
    if (!answer.ok) setTrouble(fullStop(answer.message));
    // The door leads on by itself, except where the place was open already.
    else if (entry.value.kind === 'in') route(destination(query.to), true);
  };
  return (
    <main class="login">
      <form class="login-box" onSubmit={submit} noValidate>
        <header class="login-head">
          <Mark large />
          <div>
            <h1 class="t-title">巡点</h1>
            <p class="t-second">文明城市实地督查</p>
          </div>
        </header>
        {open && (
          <div class="login-note tone-warn" role="status">
            <Icon name="lock" size={20} />
            <p>
              {open.session.name}，登录已过期，请重新登录后继续上传。本机已存的内容都在，没有丢。
            </p>
          </div>
        )}
        {!online && (
          <div class="login-note tone-na" role="status">
            <Icon name="no-network" size={20} />
            <p>现在没有网络。在这台设备上首次登录需要联网；登录过一次以后，没有网络也能打开。</p>
          </div>
        )}
        <Field
          label="账号"
          name="account"
          autocomplete="username"
          value={account}
          maxLength={60}
          onInput={setAccount}
        />
        <Field
          label="密码"
          name="password"
          type="password"
          autocomplete="current-password"
          value={password}
          maxLength={200}
          onInput={setPassword}
        />
        {trouble !== '' && (
          <p class="login-note tone-bad" role="alert">
            <Icon name="cross" size={20} weight={2.6} />
            <span>{trouble}</span>
          </p>
        )}
        <Button kind="primary" size="main" type="submit" disabled={busy} wide>
          登录
        </Button>
        {open && (
          <Button kind="plain" href="/" wide>
            先不登录，继续在本机工作
          </Button>
        )}
      </form>
      <p class="login-foot t-small">账号由本单位管理员开设。忘记密码请联系管理员重置。</p>
    </main>
  );
}
