/** 反馈链接 of a notice, asked of the office: they are no rows, since a device need not keep them. */
import { useState } from 'preact/hooks';
import { ReplyLinkMade, ReplyLinks } from '../../../../protocol/reply-links.ts';
import { type Answer, ask } from '../../office/ask.ts';

export interface Links {
  readonly links: ReplyLinks | null;
  /** The secret of the one that was just made; told once. */
  readonly token: string | null;
  readonly trouble: string;
  readonly busy: boolean;
  look(): Promise<void>;
  make(): Promise<void>;
  revoke(): Promise<void>;
}

export function useLinks(noticeId: string): Links {
  const path = `/api/notices/${encodeURIComponent(noticeId)}/links`;
  const [links, setLinks] = useState<ReplyLinks | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async <T>(asking: Promise<Answer<T>>, taken: (value: T) => void) => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    setTrouble(answer.ok ? '' : answer.message);
    if (answer.ok) taken(answer.value);
  };
  return {
    links,
    token,
    trouble,
    busy,
    look: () => {
      setToken(null);
      return run(ask(path, ReplyLinks), setLinks);
    },
    make: () =>
      run(ask(path, ReplyLinkMade, { method: 'POST' }), (made) => {
        setToken(made.token);
        setLinks(made.all);
      }),
    revoke: () =>
      run(ask(`${path}/revoke`, ReplyLinks, { method: 'POST' }), (left) => {
        setToken(null);
        setLinks(left);
      }),
  };
}
