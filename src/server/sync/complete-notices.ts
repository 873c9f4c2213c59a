/**
 * What a notice lacks to be printed is made by the office: its record, where the
 * tablet is of a time that made none. What a tablet has printed is never replaced.
 */
import { TEMPLATE_EDITION } from '../../domain/template-edition.ts';
import { recordNotice } from '../../protocol/notice-record.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import type { FaceFonts } from '../../protocol/rows/notice-record.ts';
import type { Overlay } from './overlay.ts';

export async function completeNotices(
  overlay: Overlay,
  officeId: string,
  fonts: FaceFonts,
): Promise<void> {
  for (const row of overlay.taken('notice')) {
    if (row.record !== null) continue;
    const office = await overlay.get('office', officeId);
    if (!office) throw new Error('the office has no row');
    await overlay.put('notice', { ...row, record: await recordOf(overlay, office, row, fonts) });
    overlay.take();
  }
}

async function recordOf(
  overlay: Overlay,
  office: Parameters<typeof recordNotice>[1]['office'],
  row: NoticeRow,
  fonts: FaceFonts,
) {
  const replaced = row.replaces === null ? undefined : await overlay.get('notice', row.replaces);
  return recordNotice(overlay, {
    edition: TEMPLATE_EDITION,
    fonts,
    office,
    origin: '',
    roundId: row.roundId,
    unitName: row.unitName,
    findingIds: row.findingIds,
    immediate: row.deadline.kind === 'immediate',
    issuedAt: row.issuedAt,
    dueAt: row.dueAt,
    replaces: replaced?.number ?? null,
  });
}
