/** What one came to look at: the problem, as it was found, and what the unit says of it. */
import './visit.css';
import { sayDateHour, sayMoment } from '../../../domain/civil.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import type { Dossier } from '../finding/use-dossier.ts';

export function Visited(props: { readonly finding: FindingRow; readonly dossier: Dossier }) {
  const { finding, dossier } = props;
  const units = useUnitsById();
  const reply = dossier.replies.at(-1);
  const before = dossier.photos.filter(({ stage }) => stage === 'found');
  const after = dossier.photos.filter(({ ofId }) => reply !== undefined && ofId === reply.id);
  return (
    <section class="visited" aria-label="问题">
      <p class="t-strong">{finding.text}</p>
      <p class="t-second">
        {units.get(finding.unitId)?.name ?? finding.unitId}
        {finding.dueAt !== null && ` · ${sayDateHour(finding.dueAt)}前`}
        {finding.rework > 0 && ` · 已退回 ${finding.rework} 次`}
      </p>
      {reply && (
        <p>
          <b>反馈</b> {sayMoment(reply.at)}：{reply.text === '' ? '只有照片或附件' : reply.text}
        </p>
      )}
      <div class="visited-photos">
        {before.length > 0 && (
          <div>
            <p class="field-label">整改前</p>
            <PhotoStrip photos={before} name="整改前照片" />
          </div>
        )}
        {after.length > 0 && (
          <div>
            <p class="field-label">整改后</p>
            <PhotoStrip photos={after} name="整改后照片" />
          </div>
        )}
      </div>
    </section>
  );
}
