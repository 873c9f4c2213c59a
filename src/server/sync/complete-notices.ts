/**
 * What a notice lacks to be printed is made by the office: its record, where the
 * tablet is of a time that made none, and its seal, where no device has signed or
 * what it signed does not hold. What a tablet has printed is never replaced otherwise.
 */
import { TEMPLATE_EDITION } from '../../domain/template-edition.ts';
import { recordNotice } from '../../protocol/notice-record.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import type { FaceFonts } from '../../protocol/rows/notice-record.ts';
import { sealedText, sealFacts, signedText } from '../../protocol/sealed.ts';
import { isSignedBy, sha256Hex } from '../signing/node-keys.ts';
import type { Books } from './books.ts';
import type { Overlay } from './overlay.ts';

type Parts = Pick<Books, 'officeId' | 'boxFonts' | 'officeKey'>;

export async function completeNotices(overlay: Overlay, parts: Parts): Promise<void> {
  for (const row of overlay.taken('notice')) {
    const recorded = await withRecord(overlay, parts, row);
    const complete = await withSeal(overlay, parts, recorded);
    if (complete === row) continue;
    await overlay.put('notice', complete);
    overlay.take();
  }
}

async function withRecord(
  overlay: Overlay,
  { officeId, boxFonts }: Parts,
  row: NoticeRow,
): Promise<NoticeRow> {
  if (row.record !== null) return row;
  const office = await overlay.get('office', officeId);
  if (!office) throw new Error('the office has no row');
  return { ...row, record: await recordOf(overlay, office, row, boxFonts) };
}

async function withSeal(
  overlay: Overlay,
  { officeKey }: Parts,
  row: NoticeRow,
): Promise<NoticeRow> {
  const { number, record, seal } = row;
  if (!officeKey || !number || !record) return row;
  if (seal) {
    const before = await overlay.stored('notice', row.id);
    if (before?.row.seal?.signature === seal.signature) return row;
    if (await holds(overlay, row)) return row;
  }
  return { ...row, seal: officeKey.seal(number, record) };
}

/** Also of a key that was revoked meanwhile: the paper is out, and the books now know it. */
async function holds(overlay: Overlay, { number, record, seal }: NoticeRow): Promise<boolean> {
  if (!number || !record || !seal) return false;
  const signer = await overlay.get('signer', seal.keyId);
  if (!signer || sha256Hex(sealedText(number, record)) !== seal.digest) return false;
  return isSignedBy(signer, signedText(sealFacts(number, record, seal)), seal.signature);
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
