/** One problem in full: on its own screen, and in the sheet beside the desk's table. */
import './finding.css';
import type { FindingRow, PhotoRow } from '../../../protocol/rows/index.ts';
import { Answers } from './answers.tsx';
import { Evidence } from './evidence.tsx';
import { FindingFacts } from './finding-facts.tsx';
import { FindingPhotos } from './finding-photos.tsx';
import { History } from './history.tsx';
import { beforePhotos, useDossier } from './use-dossier.ts';

export function FindingDetail(props: {
  readonly finding: FindingRow;
  /** Facts and photos side by side where there is room. */
  readonly wide: boolean;
}) {
  const { finding, wide } = props;
  const dossier = useDossier(finding);
  return (
    <div class={wide ? 'finding-detail wide' : 'finding-detail'}>
      <div class="finding-main">
        <h2 class={wide ? 't-title' : 't-list'}>{finding.text}</h2>
        {dossier && (
          <Photos finding={finding} photos={dossier.photos} before={beforePhotos(dossier)} />
        )}
        <FindingFacts finding={finding} />
        {dossier && <Answers finding={finding} dossier={dossier} />}
      </div>
      <div class="finding-side">
        <History subject="finding" subjectId={finding.id} />
      </div>
    </div>
  );
}

function Photos(props: {
  readonly finding: FindingRow;
  readonly photos: readonly PhotoRow[];
  readonly before: readonly PhotoRow[];
}) {
  const { finding, photos, before } = props;
  const fixed = photos.filter(({ stage }) => stage === 'fix');
  if (photos.length === 0) return <p class="t-second">没有照片。</p>;
  return (
    <>
      {before.length > 0 && <FindingPhotos photos={before} text={finding.text} name="整改前照片" />}
      {fixed.length > 0 && <FindingPhotos photos={fixed} text={finding.text} name="当场整改照片" />}
      <Evidence
        finding={finding}
        photos={[...before, ...fixed]}
        repliedAt={null}
        notice={undefined}
      />
    </>
  );
}
