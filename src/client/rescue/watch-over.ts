/**
 * Looks after a person's store on this device: at the opening whether it is whole
 * and still the one that was here, and with the first contact what the office knows
 * of one that is gone; and that there is room. All of it beside the work; none of it is waited for.
 */
import { type Here, HereAnswer } from '../../protocol/here.ts';
import { untilAnswered } from '../each-contact.ts';
import { keepFonts } from '../fonts/keep-fonts.ts';
import { keepSigner } from '../seal/keep-signer.ts';
import { checkStore } from '../store/check.ts';
import { type Enrolment, enrol, rememberEnrolment } from '../store/enrolment.ts';
import { bodyOf, send } from '../sync/exchange.ts';
import { type Workplace, workplace } from '../workplace.ts';
import { type Alarm, lower, raise } from './alarms.ts';
import { watchRoom } from './keep-room.ts';

export async function watchOver(place: Workplace): Promise<void> {
  const { clientId } = place.author;
  watchRoom(place);
  keepFonts(place);
  keepSigner(place);
  const enrolment = await enrol(place.session.accountId, clientId);
  if (enrolment.gone.length > 0) raise(place, [{ kind: 'store-gone' }]);
  raise(place, await checkStore(place.db));
  await untilAnswered(place, () => askOffice(place, enrolment));
}

/** Resolves to whether there was an answer. */
async function askOffice(place: Workplace, enrolment: Enrolment): Promise<boolean> {
  const { clientId, gone } = enrolment;
  const answer = await sayHere({ clientId, gone, told: [] });
  if (!answer) return false;
  await rememberEnrolment(place.session.accountId, {
    clientId,
    sealKey: answer.sealKey,
    gone: [],
  });
  if (workplace.peek() !== place || answer.former.length === 0) return true;
  lower(place, (alarm) => alarm.kind === 'store-gone');
  raise(
    place,
    answer.former.map((former) => ({ kind: 'work-gone', former })),
  );
  return true;
}

/** 知道了: it is not said again here, and stays on record at the office. */
export async function acknowledge(place: Workplace, alarm: Alarm): Promise<void> {
  lower(place, (other) => other === alarm);
  if (alarm.kind !== 'work-gone') return;
  const told = [alarm.former.clientId];
  await sayHere({ clientId: place.author.clientId, gone: [], told });
}

/** Null where the office gave no answer. */
async function sayHere(here: Here): Promise<HereAnswer | null> {
  const answer = await send((input, init) => fetch(input, init), '/api/here', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(here),
  });
  if (!answer?.ok) return null;
  const said = HereAnswer.safeParse(await bodyOf(answer));
  return said.success ? said.data : null;
}
