import { useEffect, useMemo, useState } from 'preact/hooks';
import { civilDateOf, sayDate } from '../../domain/civil.ts';
import type { ReplyView } from '../../protocol/reply-page.ts';
import { Button } from '../ui/button.tsx';
import { NoWay } from './no-way.tsx';
import { NoticeHead } from './notice-head.tsx';
import { Office } from './office.ts';
import { ProblemCard } from './problem-card.tsx';
import { SignCard } from './sign-card.tsx';
import { useView } from './use-view.ts';

/** What stands behind the address's hash, live: another scan opens the same page. */
function useCode(): string {
  const [code, setCode] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const changed = () => setCode(location.hash.slice(1));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return code;
}

export function ReplyPage() {
  const code = useCode();
  return (
    <main class="reply-page">
      {code === '' ? (
        <>
          <h1>整改反馈</h1>
          <NoWay message="请用手机扫通知书右下方的二维码，在核验页上点“反馈整改”；或打开督查单位发来的链接。" />
        </>
      ) : (
        <Notice key={code} code={code} />
      )}
    </main>
  );
}

function Notice({ code }: { readonly code: string }) {
  const office = useMemo(() => new Office(code), [code]);
  const viewing = useView(office);
  const { view, trouble, asking, ask } = viewing;
  if (!view) {
    return (
      <>
        <h1>整改反馈</h1>
        {trouble === null ? (
          <p class="reply-words" role="status">
            正在取这份通知书…
          </p>
        ) : (
          <NoWay message={trouble.message}>
            {(trouble.offline ||
              !trouble.code.startsWith('reply-') ||
              trouble.code === 'reply-unbooked') && (
              <Button kind="primary" size="main" disabled={asking} onClick={() => void ask()}>
                再试一次
              </Button>
            )}
          </NoWay>
        )}
      </>
    );
  }
  // It was voided or revoked while the page stood open: nothing more can be done here.
  const ended = trouble !== null && !trouble.offline && trouble.code.startsWith('reply-');
  return (
    <>
      <NoticeHead view={view} now={viewing.now()} />
      {trouble !== null && (
        <div class="reply-note reply-warn" role="alert">
          <p>{trouble.message}</p>
          {!ended && (
            <Button kind="outlined" disabled={asking} onClick={() => void ask()}>
              再试一次
            </Button>
          )}
        </div>
      )}
      {view.standing === 'over' && <Over view={view} />}
      {view.standing === 'open' && <SignCard view={view} office={office} onDone={ask} />}
      {view.problems.map((problem, nth) => (
        <ProblemCard
          key={problem.id}
          view={view}
          problem={problem}
          nth={nth + 1}
          office={office}
          now={viewing.now}
          open={view.standing === 'open' && !ended}
          onDone={ask}
        />
      ))}
      <footer class="reply-foot">
        <p>
          有疑问请联系{view.officeName}
          {view.contact !== '' && ` ${view.contact}`}
          {view.phone !== '' && (
            <>
              ，电话 <a href={`tel:${view.phone}`}>{view.phone}</a>
            </>
          )}
          。
        </p>
        <p>本页只显示这一份通知书。请不要把链接或二维码转给无关的人。</p>
        {view.sample && <p>示例数据</p>}
      </footer>
    </>
  );
}

function Over({ view }: { readonly view: ReplyView }) {
  return (
    <div class="reply-note reply-ok" role="status">
      <p>
        <b>已办结</b>
      </p>
      <p>
        这份通知书上没有要您单位再办的问题，不用再反馈。
        {view.readableUntil !== null && `本页可以看到${sayDate(civilDateOf(view.readableUntil))}。`}
      </p>
    </div>
  );
}
