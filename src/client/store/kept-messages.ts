/** A person's messages as they were last fetched, for when there is no network. */
import { get, set } from 'idb-keyval';
import { MessageList } from '../../protocol/messages.ts';

const KEY = 'xundian-messages';

export async function recallMessages(accountId: string): Promise<MessageList | null> {
  const known = MessageList.safeParse(await get(`${KEY} ${accountId}`));
  return known.success ? known.data : null;
}

export async function rememberMessages(accountId: string, list: MessageList): Promise<void> {
  await set(`${KEY} ${accountId}`, list);
}
