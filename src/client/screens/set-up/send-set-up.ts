import { FailureBody } from '../../../protocol/failures.ts';
import { Session, type SetUp } from '../../../protocol/session.ts';
import { rememberSession, type SignedIn } from '../../devices/session.ts';

/** Asks the office to make its first administrator. Online only. */
export async function sendSetUp(wanted: SetUp): Promise<SignedIn> {
  let answer: Response;
  let body: unknown;
  try {
    answer = await fetch('/api/set-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    body = await answer.json();
  } catch (error) {
    console.info('没有连上服务器', error);
    return { ok: false, message: '连不上服务器，请检查网络后再试。' };
  }
  if (!answer.ok) {
    const failure = FailureBody.safeParse(body);
    return {
      ok: false,
      message: failure.success ? `${failure.data.message}。` : '没有建立成，请再试。',
    };
  }
  const session = Session.safeParse(body);
  if (!session.success) return { ok: false, message: '服务器的答复不完整，请再试。' };
  await rememberSession(session.data);
  return { ok: true, session: session.data };
}
