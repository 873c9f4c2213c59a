/** The city's codes as this device last had them, so that a problem can be handed off without the network. */
import { get, set } from 'idb-keyval';
import { CodeTableAnswer } from '../../../protocol/handoff.ts';
import { ask } from '../office/ask.ts';

const KEPT = 'xundian-city-codes';

/** Null where this device has never had them. */
export async function recallCodes(officeId: string): Promise<CodeTableAnswer | null> {
  const kept = CodeTableAnswer.safeParse(await get(`${KEPT}:${officeId}`));
  return kept.success ? kept.data : null;
}

/** Asks the office, and keeps what it says; null where there is no answer. */
export async function fetchCodes(officeId: string): Promise<CodeTableAnswer | null> {
  const answer = await ask('/api/handoff/codes', CodeTableAnswer);
  if (!answer.ok) return null;
  await set(`${KEPT}:${officeId}`, answer.value);
  return answer.value;
}
