/** Letters as PDFs in one ZIP. */
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { entryPdf } from '../../paper/entry-pdf.ts';
import type { ZipEntry } from '../../paper/zip-of.ts';
import type { LocalDatabase } from '../../store/database.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FontProgressLine } from '../../ui/font-progress.tsx';
import { useOffice } from '../../ui/use-office.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useZip } from '../notices/zip/use-zip.ts';
import { ZipStage } from '../notices/zip/zip-stage.tsx';
import { letterOffer } from './letter-paper-of.ts';
import { agencyFor } from './use-letter-offer.ts';

export function LetterZip(props: {
  /** Of the ZIP, without its ending. */
  readonly name: string;
  readonly letters: readonly LetterRow[];
  readonly onClose: () => void;
}) {
  const { name, letters, onClose } = props;
  const { db } = useWorkplace();
  const { state, make, leave } = useZip();
  const stages = useStages('letter');
  const office = useOffice();
  const isPending = ({ id, kind }: LetterRow) => stages.has(id) && agencyFor(office, kind) !== '';
  const pending = letters.filter(isPending).length;
  const close = () => {
    leave();
    onClose();
  };
  return (
    <Dialog
      title="打包下载"
      open
      onClose={close}
      actions={
        <>
          <Button kind="outlined" onClick={state.kind === 'making' ? leave : close}>
            {state.kind === 'making' ? '停下' : '关闭'}
          </Button>
          {state.kind === 'choosing' && (
            <Button
              kind="primary"
              icon="export"
              onClick={() => make(name, (stop) => entriesOf(db, letters, isPending, stop))}
            >
              生成 {letters.length} 份
            </Button>
          )}
        </>
      }
    >
      {state.kind === 'choosing' ? (
        <>
          <p class="t-second">{letters.length} 份文书的 PDF 装进一个 ZIP。</p>
          {pending > 0 && (
            <p role="note">其中 {pending} 份还没有入账，编号待定；入账后再打包更好。</p>
          )}
          <FontProgressLine />
        </>
      ) : (
        <ZipStage state={state} />
      )}
    </Dialog>
  );
}

function entriesOf(
  db: LocalDatabase,
  letters: readonly LetterRow[],
  isPending: (letter: LetterRow) => boolean,
  stop: AbortSignal,
): ZipEntry[] {
  return letters.map((letter) => {
    const offer = letterOffer(letter, isPending(letter));
    return {
      name: `${offer.fileName}.pdf`,
      at: letter.issuedAt,
      bytes: () => entryPdf(db, offer, stop),
    };
  });
}
