/** Hints at photos, for the office's own eyes: what was seen, with the other picture to look at. Never a verdict. */
import './evidence.css';
import { type EvidenceHint, evidenceOf } from '../../../domain/evidence.ts';
import { sayEvidence } from '../../../domain/say-evidence.ts';
import type { FindingRow, NoticeRow, PhotoRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { Photo } from '../../ui/photo.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { usePhotoIndex } from './use-photo-index.ts';

interface Seen {
  readonly photo: PhotoRow;
  readonly hint: EvidenceHint;
}

export function Evidence(props: {
  readonly finding: FindingRow;
  readonly photos: readonly PhotoRow[];
  /** Of the answer that they came with; null for none. */
  readonly repliedAt: number | null;
  readonly notice: NoticeRow | undefined;
}) {
  const { finding, photos, repliedAt, notice } = props;
  const { role } = useWorkplace().session;
  const index = usePhotoIndex(role !== 'unit' && photos.length > 0);
  if (!index) return null;
  const about = {
    findingId: finding.id,
    recordedAt: finding.recordedAt,
    place: finding.place,
    issuedAt: notice?.issuedAt ?? null,
    repliedAt,
  };
  const seen = photos.flatMap((photo) =>
    evidenceOf(photo, about, index).map((hint): Seen => ({ photo, hint })),
  );
  if (seen.length === 0) return null;
  return (
    <section class="evidence" aria-label="照片提示">
      <p class="t-second">照片提示，仅供参考，请您判断：</p>
      <ul>
        {seen.map(({ photo, hint }) => (
          <li key={`${photo.id} ${hint.kind}`}>
            <Hint photo={photo} hint={hint} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hint({ photo, hint }: Seen) {
  const other = 'other' in hint ? hint.other : null;
  const problem = useLive(
    async (db) => (other ? ((await db.finding.get(other.findingId)) ?? null) : null),
    [other?.findingId],
  );
  if (problem === undefined) return null;
  return (
    <>
      <p class="evidence-words">
        <Icon name="info" size={20} />
        {sayEvidence(hint, problem?.text ?? '')}
      </p>
      {other && (
        <div class="evidence-pair">
          <Photo sha256={photo.sha256} alt="这张照片" size="thumb" />
          <Photo sha256={other.sha256} alt="相似的照片" size="thumb" />
          {hint.kind === 'other-problem' && problem && (
            <a href={`/findings/${problem.id}`}>看那个问题</a>
          )}
        </div>
      )}
    </>
  );
}
