/** One act of a form, by a name that is asked for once. */
import { useState } from 'preact/hooks';
import { ReplyReceipt } from '../../protocol/reply-page.ts';
import type { Office } from './office.ts';
import { keepName, recallSigner } from './signer.ts';

export interface Act {
  readonly byName: string;
  readonly trouble: string;
  readonly busy: boolean;
  setByName(name: string): void;
  say(trouble: string): void;
  /** Null where it was not taken; why stands in `trouble`. */
  give(path: string, said: object): Promise<ReplyReceipt | null>;
}

export function useAct(office: Office, noticeId: string): Act {
  const [byName, setByName] = useState(() => recallSigner(noticeId).byName);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  return {
    byName,
    trouble,
    busy,
    setByName,
    say: setTrouble,
    async give(path, said) {
      const name = byName.trim();
      setTrouble(name === '' ? '请填写您的姓名。' : '');
      if (name === '' || busy) return null;
      keepName(noticeId, name);
      setBusy(true);
      const answer = await office.ask(path, ReplyReceipt, { ...said, byName: name });
      setBusy(false);
      if (answer.ok) return answer.value;
      setTrouble(answer.message);
      return null;
    },
  };
}
