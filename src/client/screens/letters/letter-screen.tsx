import { useState } from 'preact/hooks';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { PaperSides } from '../notice/paper-sides.tsx';
import { PaperView } from '../notice/paper-view.tsx';
import { PrintButton } from '../notice/print-button.tsx';
import { SharePapers } from '../notice/share/share-papers.tsx';
import { LetterFacts } from './letter-facts.tsx';
import './letters.css';
import { useLetterOffer } from './use-letter-offer.ts';
import { sayLetterTitle } from './use-letters.ts';
import { VoidLetter } from './void-letter.tsx';

/** One letter: facts and problems at the left, the paper itself at the right. */
export function LetterScreen({ id }: { readonly id: string }) {
  const { session } = useWorkplace();
  const read = useLive(async (db) => ({ letter: await db.letter.get(id) }), [id]);
  const back = session.role === 'unit' ? '/letters' : '/urge?tab=sent';
  if (!read) {
    return (
      <Page title="文书" back={back}>
        {null}
      </Page>
    );
  }
  const { letter } = read;
  if (!letter) {
    return (
      <Page title="文书" back={back}>
        <Empty icon="notice" text="本机没有这份文书，可能还没有同步到，或者不在您的范围内。">
          <Button kind="outlined" href={back}>
            看文书列表
          </Button>
        </Empty>
      </Page>
    );
  }
  return <Letter key={id} letter={letter} back={back} />;
}

function Letter({ letter, back }: { readonly letter: LetterRow; readonly back: string }) {
  const view = useLetterOffer(letter);
  const wide = useMedia('(min-width: 960px)');
  const [side, setSide] = useState('paper');
  const sides = wide ? {} : { head: <Sides side={side} onSide={setSide} /> };
  return (
    <Page
      title={sayLetterTitle(letter)}
      facts={letter.unitName}
      back={back}
      layout="panes"
      action={
        <>
          <div class="action-bar-words">
            <VoidLetter letter={letter} />
          </div>
          {view && <SharePapers papers={[view.offer]} alone={!wide} />}
          <PrintButton second={false} alone={false} />
        </>
      }
    >
      <Pane
        label="内容"
        width={wide ? 'list' : 'fill'}
        hidden={!wide && side !== 'facts'}
        inset
        {...sides}
      >
        <LetterFacts letter={letter} pending={view?.pending ?? false} />
      </Pane>
      <Pane label="纸样" ground="sunk" hidden={!wide && side !== 'paper'} {...sides}>
        {view && <PaperView paper={view.offer.paper} fonts={view.offer.fonts} />}
      </Pane>
    </Page>
  );
}

/** On the phone: the paper or its facts. */
function Sides(props: { readonly side: string; readonly onSide: (side: string) => void }) {
  return (
    <PaperSides
      value={props.side}
      onChange={props.onSide}
      options={[
        { value: 'paper', label: '纸样' },
        { value: 'facts', label: '内容' },
      ]}
    />
  );
}
