/** A person's messages: at once what was last fetched, then what the office has. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { MessageList, type MessageRow, Unread } from '../../../protocol/messages.ts';
import { recallMessages, rememberMessages } from '../../store/kept-messages.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { unread } from '../../workplace.ts';
import { ask } from '../office/ask.ts';

/** As many as the office gives at once; fewer means that there are no older ones. */
const PAGE = 50;

export interface Messages {
  /** Null until something is there to show. */
  readonly list: readonly MessageRow[] | null;
  /** Why the office has not answered; null where it has. */
  readonly trouble: { readonly offline: boolean; readonly message: string } | null;
  readonly older: boolean;
  refresh(): Promise<void>;
  more(): Promise<void>;
  /** @param ids null for all */
  read(ids: readonly string[] | null): Promise<void>;
}

export function useMessages(): Messages {
  const { accountId } = useWorkplace().session;
  const [list, setList] = useState<readonly MessageRow[] | null>(null);
  const [trouble, setTrouble] = useState<Messages['trouble']>(null);
  const [older, setOlder] = useState(false);
  const heard = unread.value;

  const refresh = useCallback(async () => {
    const answer = await ask('/api/messages', MessageList);
    if (!answer.ok) {
      setTrouble(answer);
      return;
    }
    const { messages, unread: count } = answer.value;
    setTrouble(null);
    setList(messages);
    setOlder(messages.length === PAGE);
    unread.value = count;
    await rememberMessages(accountId, answer.value);
  }, [accountId]);

  useEffect(() => {
    let alive = true;
    recallMessages(accountId).then((kept) => {
      if (alive && kept) setList((now) => now ?? kept.messages);
    });
    return () => {
      alive = false;
    };
  }, [accountId]);

  // Asked when the screen opens, and again when the office says that the number has changed.
  useEffect(() => {
    void refresh();
  }, [refresh, heard]);

  const more = async () => {
    const last = list?.at(-1);
    if (!list || !last) return;
    const answer = await ask(`/api/messages?before=${last.id}`, MessageList);
    setTrouble(answer.ok ? null : answer);
    if (!answer.ok) return;
    setList([...list, ...answer.value.messages]);
    setOlder(answer.value.messages.length === PAGE);
  };

  const read = async (ids: readonly string[] | null) => {
    setList((now) =>
      (now ?? []).map((one) =>
        ids === null || ids.includes(one.id) ? { ...one, read: true } : one,
      ),
    );
    const answer = await ask('/api/messages/read', Unread, { method: 'POST', json: { ids } });
    if (answer.ok) unread.value = answer.value.unread;
  };

  return { list, trouble, older, refresh, more, read };
}
