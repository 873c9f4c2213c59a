import { useEffect, useRef, useState } from 'preact/hooks';
import { civilDateOf, sayDate } from '../../domain/civil.ts';
import { judgement } from '../../domain/seal-verdict.ts';
import { decodeSeal, REPLY_PATH, type ReadSeal } from '../../protocol/seal-payload.ts';
import { SealFactList, VerdictCard } from '../ui/verdict-card.tsx';
import { type Answer, askOffice } from './ask-office.ts';
import { BringCode } from './bring-code.tsx';
import { CheckFile } from './check-file.tsx';
import { Compare, type Compared } from './compare.tsx';
import type { FileInHand } from './file-in-hand.ts';

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

export function VerifyPage() {
  const code = useCode();
  return (
    <main class="verify-page">
      <h1>督查通知书核验</h1>
      {code === '' ? (
        <p class="verify-words">用手机扫通知书右下方的“扫码核验”二维码，就会在这里显示真伪。</p>
      ) : (
        <Checked key={code} code={code} read={decodeSeal(code)} />
      )}
      <BringCode first={code === ''} onCode={(found) => location.assign(`#${found}`)} />
      <footer class="verify-foot">
        本页只回答核验码是否真实，不显示通知书里的问题，也不收集您的信息。
      </footer>
    </main>
  );
}

function Checked({ code, read }: { readonly code: string; readonly read: ReadSeal }) {
  const [file, setFile] = useState<FileInHand | null>(null);
  const [compared, setCompared] = useState<Compared>(null);
  const { answer, ask } = useAnswer(code);
  const choose = (chosen: FileInHand) => {
    setFile(chosen);
    void ask(chosen);
  };
  if (!read.ok) return <VerdictCard judgement={judgement(read.why)} />;
  const genuine = answer?.ok === true && judgement(answer.reason).verdict === 'genuine';
  return (
    <>
      {answer === null && (
        <p class="verify-words" role="status">
          正在向签发单位核验…
        </p>
      )}
      {answer?.ok === false && (
        <div class="verdict verdict-warn" role="alert">
          <p>{answer.message}</p>
          <button class="verify-button" type="button" onClick={() => void ask(file)}>
            再核验一次
          </button>
        </div>
      )}
      {answer?.ok && (
        <VerdictCard
          judgement={judgement(genuine && compared === 'different' ? 'copied' : answer.reason)}
          more={sayMore(answer, file)}
        />
      )}
      {genuine && compared !== 'different' && (
        <section class="verify-part">
          <h2>是责任单位？</h2>
          <p>可以在手机上签收、看照片、反馈整改、申请延期，不用账号。</p>
          <a class="verify-button verify-pick" href={`${REPLY_PATH}#${code}`}>
            反馈整改
          </a>
        </section>
      )}
      <section class="verify-part">
        <h2>核验码上写的是</h2>
        <SealFactList facts={read.payload} />
        {genuine && file === null && <Compare compared={compared} onCompared={setCompared} />}
      </section>
      <CheckFile file={file} onFile={choose} />
    </>
  );
}

/** Of two questions under way, only the later one's answer is shown. */
function useAnswer(code: string) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const latest = useRef(0);
  const ask = async (file: FileInHand | null) => {
    latest.current += 1;
    const own = latest.current;
    setAnswer(null);
    const said = await askOffice(code, file);
    if (own === latest.current) setAnswer(said);
  };
  useEffect(() => {
    if (decodeSeal(code).ok) void ask(null);
  }, [code]);
  return { answer, ask };
}

function sayMore(answer: Answer & { ok: true }, file: FileInHand | null): string {
  const { verdict } = judgement(answer.reason);
  const day = answer.at === null ? '' : sayDate(civilDateOf(answer.at));
  if (verdict === 'voided') return `作废日期：${day}。理由：${answer.voidReason}。`;
  if (verdict === 'revoked') return `注销日期：${day}。`;
  if (verdict === 'copied' && file?.number) return `文件里的文号是 ${file.number}。`;
  return '';
}
