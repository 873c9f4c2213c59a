/** One problem in full: on its own screen, and in the sheet beside the desk's table. */
import './finding.css';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { FindingFacts } from './finding-facts.tsx';
import { FindingPhotos } from './finding-photos.tsx';
import { History } from './history.tsx';

export function FindingDetail(props: {
  readonly finding: FindingRow;
  /** Facts and photos side by side where there is room. */
  readonly wide: boolean;
}) {
  const { finding, wide } = props;
  return (
    <div class={wide ? 'finding-detail wide' : 'finding-detail'}>
      <div class="finding-main">
        <h2 class={wide ? 't-title' : 't-list'}>{finding.text}</h2>
        <FindingPhotos findingId={finding.id} text={finding.text} />
        <FindingFacts finding={finding} />
      </div>
      <div class="finding-side">
        <History subject="finding" subjectId={finding.id} />
      </div>
    </div>
  );
}
