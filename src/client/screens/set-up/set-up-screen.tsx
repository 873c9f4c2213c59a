/** The first administrator of an empty office, by the one-time link from the server's console. */
import '../login/login.css';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { AccountName, MIN_PASSWORD } from '../../../protocol/credentials.ts';
import { enterWith } from '../../entry.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sendSetUp } from './send-set-up.ts';

export function SetUpScreen() {
  const { query, route } = useLocation();
  const [officeName, setOfficeName] = useState('');
  const [agency, setAgency] = useState('');
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const token = query.token ?? '';
  useEffect(() => {
    document.title = '建立单位 · 巡点';
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const lack = lacking(officeName, agency, account, password);
    if (lack !== null) {
      setTrouble(lack);
      return;
    }
    setBusy(true);
    setTrouble('');
    const answer = await sendSetUp({ token, officeName, agency, account, password });
    if (answer.ok) {
      await enterWith(answer.session);
      route('/', true);
    } else setTrouble(answer.message);
    setBusy(false);
  };
  if (token === '') {
    return (
      <main class="login">
        <div class="login-box">
          <h1 class="t-title">链接不完整</h1>
          <p>请使用服务器启动时显示的一次性链接打开这个页面。</p>
          <Button kind="outlined" href="/login">
            去登录
          </Button>
        </div>
      </main>
    );
  }
  return (
    <main class="login">
      <form class="login-box" onSubmit={submit} noValidate>
        <header>
          <h1 class="t-title">建立单位</h1>
          <p class="t-second">填写一次，之后用这个账号登录，再导入单位、清单和点位。</p>
        </header>
        <Field
          label="单位名称"
          value={officeName}
          maxLength={60}
          placeholder="例如：某市精神文明创建中心"
          onInput={setOfficeName}
        />
        <Field
          label="机关代字"
          value={agency}
          maxLength={20}
          hint={'发文字号的开头，例如“榆文明督”〔2026〕1号'}
          onInput={setAgency}
        />
        <Field
          label="管理员账号"
          value={account}
          maxLength={60}
          autocomplete="username"
          onInput={setAccount}
        />
        <Field
          label="密码"
          type="password"
          value={password}
          maxLength={200}
          autocomplete="new-password"
          hint={`至少 ${MIN_PASSWORD} 个字符`}
          onInput={setPassword}
        />
        {trouble !== '' && (
          <p class="login-note tone-bad" role="alert">
            <Icon name="cross" size={20} weight={2.6} />
            <span>{trouble}</span>
          </p>
        )}
        <Button kind="primary" size="main" type="submit" disabled={busy} wide>
          建立并登录
        </Button>
      </form>
    </main>
  );
}

function lacking(office: string, agency: string, account: string, password: string): string | null {
  if (office.trim().length < 2) return '请填写单位名称。';
  if (agency.trim() === '') return '请填写机关代字。';
  if (!AccountName.safeParse(account).success) {
    return '管理员账号至少 2 个字符，不要空格和斜线。';
  }
  return password.length < MIN_PASSWORD ? `密码至少 ${MIN_PASSWORD} 个字符。` : null;
}
