/** A paper as its sheets, the same on screen and in print: white and black in both themes. */
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { layOut } from '../../../document/layout/lay-out.ts';
import type { FaceMetrics } from '../../../document/metrics.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import type { PicturePiece, Piece, Sheet, TextPiece } from '../../../document/sheet.ts';
import './paper.css';
import './paper-print.css';
import { PaperDrawing } from './paper-drawing.tsx';
import { PaperTable } from './paper-table.tsx';
import { PaperLines } from './paper-text.tsx';
import { useFittedRuns } from './use-fitted-runs.ts';

export type DrawPhoto = (photo: PicturePiece) => ComponentChildren;

const NAMES = {
  notice: '督查通知书',
  prompt: '提示函',
  urge: '催办函',
  supervision: '督办通知',
  bulletin: '通报',
  voided: '作废告知书',
  receipt: '送达回证',
} as const;

export function Paper(props: {
  readonly paper: NoticePaper;
  /** Undefined until they are read: a paper is not laid out twice for nothing. */
  readonly metrics: FaceMetrics | undefined;
  readonly drawPhoto: DrawPhoto;
}) {
  const { paper, metrics, drawPhoto } = props;
  const sheets = useMemo(() => (metrics ? layOut(paper, metrics) : []), [paper, metrics]);
  const root = useRef<HTMLDivElement>(null);
  useFittedRuns(root, sheets);
  return (
    <article class="paper" aria-label={`${NAMES[paper.kind]} ${paper.number}`.trim()}>
      <div ref={root} class="sheets">
        {sheets.map((sheet, at) => (
          <PaperSheet key={at} sheet={sheet} drawPhoto={drawPhoto} />
        ))}
      </div>
    </article>
  );
}

function PaperSheet(props: { readonly sheet: Sheet; readonly drawPhoto: DrawPhoto }) {
  const { sheet, drawPhoto } = props;
  return (
    <section class="sheet">
      <PaperDrawing sheet={sheet} />
      {sheet.pieces.map((piece) => drawPiece(piece, drawPhoto))}
    </section>
  );
}

function drawPiece(piece: Piece, drawPhoto: DrawPhoto) {
  if (piece.kind === 'text') return <Text piece={piece} />;
  if (piece.kind === 'table') return <PaperTable table={piece} />;
  if (piece.kind !== 'picture') return null;
  const { x, y, width, height } = piece;
  const box = { left: `${x}pt`, top: `${y}pt`, width: `${width}pt`, height: `${height}pt` };
  return (
    <div class="paper-photo" style={box}>
      {drawPhoto(piece)}
    </div>
  );
}

function Text({ piece }: { readonly piece: TextPiece }) {
  const lines = <PaperLines lines={piece.lines} />;
  return piece.role === 'title' ? <h2 class="paper-p">{lines}</h2> : <p class="paper-p">{lines}</p>;
}
