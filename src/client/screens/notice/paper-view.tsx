/** The paper on its desk, with the switch between the whole page and its own size. */

import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { missingCharacters } from '../../../document/missing-characters.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import type { FaceFonts } from '../../../protocol/rows/notice-record.ts';
import { Button } from '../../ui/button.tsx';
import { FontNotes } from './font-notes.tsx';
import { FontScope } from './font-scope.tsx';
import './notice.css';
import { Paper } from './paper.tsx';
import { PaperPane } from './paper-pane.tsx';
import { drawPaperPhoto } from './use-notice-paper.tsx';
import { usePaperFonts } from './use-paper-fonts.ts';

export function PaperView(props: {
  readonly paper: NoticePaper;
  /** The fonts that it was issued in; null for one that is issued now. */
  readonly fonts: FaceFonts | null;
  /** What is to be known of this paper, at the left of the switch. */
  readonly words?: ComponentChildren;
}) {
  const [large, setLarge] = useState(false);
  const { paper } = props;
  const fonts = usePaperFonts(props.fonts);
  const missing = useMemo(
    () => (fonts?.known ? missingCharacters(paper, fonts.metrics) : []),
    [paper, fonts],
  );
  return (
    <div class="paper-view">
      <div class="paper-view-head">
        <div>{props.words}</div>
        <Button
          kind="plain"
          icon="search"
          size="small"
          pressed={large}
          onClick={() => setLarge(!large)}
        >
          {large ? '整页' : '放大'}
        </Button>
      </div>
      <FontNotes fonts={fonts} missing={missing} />
      <FontScope fonts={fonts}>
        <PaperPane large={large}>
          <Paper paper={paper} metrics={fonts?.metrics} drawPhoto={drawPaperPhoto} />
        </PaperPane>
      </FontScope>
    </div>
  );
}
