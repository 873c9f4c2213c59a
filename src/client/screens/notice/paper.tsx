/** The notice as a page: white with black text in both themes, the same on screen and in print. */
import { useMemo } from 'preact/hooks';
import type { NoticePaper, PaperMark } from '../../../document/paper.ts';
import './paper.css';
import './paper-annex.css';
import './paper-print.css';
import { type DrawPhoto, sectionsOf } from './paper-sections.tsx';
import { SheetFlow } from './sheet-flow.tsx';

export function Paper(props: { readonly paper: NoticePaper; readonly drawPhoto: DrawPhoto }) {
  const { paper, drawPhoto } = props;
  const sections = useMemo(() => sectionsOf(paper, drawPhoto), [paper, drawPhoto]);
  return (
    <article class="paper" aria-label={`督查通知书 ${paper.number}`}>
      <SheetFlow sections={sections} mark={<Mark mark={paper.mark} />} />
    </article>
  );
}

function Mark({ mark }: { readonly mark: PaperMark | null }) {
  if (mark === null) return null;
  return (
    <>
      <p class={`paper-mark ${mark.kind}`}>{mark.words}</p>
      {mark.kind === 'voided' && <p class="paper-mark-sentence">{mark.sentence}</p>}
    </>
  );
}
