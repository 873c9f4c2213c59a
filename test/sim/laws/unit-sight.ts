import type { World } from '../world/world.ts';
import { hold } from './law.ts';
import type { ServerBook } from './server-book.ts';

/**
 * A unit sees what a living notice to it carries, and with a finding its photos and its history;
 * with a notice the photos of its receipt.
 */
export function unitsSeeTheirOwn({ photos }: ServerBook, world: World): void {
  const law = 'a unit sees what is on a notice to it';
  const { history } = world.office;
  const { finding: findings, event: events, notice: notices } = history.all;
  for (const finding of findings.values()) {
    if (finding.noticeId === null) continue;
    const to = history.shownTo('finding', finding.id);
    hold(
      to === finding.unitId,
      law,
      () => `${finding.id} of ${finding.unitId} is shown to '${to}'`,
    );
  }
  for (const photo of photos) {
    const of = notices.get(photo.notice_id)?.unitId ?? history.shownTo('finding', photo.finding_id);
    const to = photo.removed === 1 ? '' : of;
    hold(
      photo.shown_to === to,
      law,
      () => `photo ${photo.id} is shown to '${photo.shown_to}', not '${to}'`,
    );
  }
  for (const event of events.values()) {
    if (event.subject !== 'finding') continue;
    const to = history.shownTo('finding', event.subjectId);
    const seen = to === event.unitId ? to : '';
    hold(history.shownTo('event', event.id) === seen, law, () => {
      return `event ${event.id} is shown to '${history.shownTo('event', event.id)}', not '${seen}'`;
    });
  }
}
