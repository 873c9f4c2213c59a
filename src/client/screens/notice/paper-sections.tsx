/** The description of a notice as blocks of a page; words come from the description alone. */
import type { ComponentChildren } from 'preact';
import type {
  Annex,
  FormLine,
  NoticePaper,
  PaperPhoto,
  Paragraph,
  Receipt,
  Table,
} from '../../../document/paper.ts';
import type { FlowBlock, Section } from './sheet-flow.tsx';

export type DrawPhoto = (photo: PaperPhoto) => ComponentChildren;

export function sectionsOf(paper: NoticePaper, drawPhoto: DrawPhoto): Section[] {
  return [
    { key: 'main', blocks: mainBlocks(paper), numbered: true },
    ...paper.annexes.flatMap((annex) => annexSections(annex, drawPhoto)),
    ...(paper.receipt === null ? [] : [receiptSection(paper.receipt)]),
  ];
}

function mainBlocks(paper: NoticePaper): FlowBlock[] {
  const last = paper.body.length - 1;
  return [
    { key: 'head', content: <PaperHead paper={paper} />, keepWithNext: true },
    ...paper.body.map((paragraph, at) => ({
      key: `body.${at}`,
      content: <PaperParagraph paragraph={paragraph} />,
      // The signature never stands on a page without text (GB/T 9704-2012, 7.3.5.1).
      keepWithNext: paragraph.level === 'level1' || at === last,
    })),
    {
      key: 'enclosures',
      keepWithNext: true,
      content: (
        <div class="paper-enclosures">
          <span>附件：</span>
          <ol>
            {paper.enclosures.map((name, at) => (
              <li key={name}>
                {at + 1}.{name}
              </li>
            ))}
          </ol>
        </div>
      ),
    },
    {
      key: 'signature',
      content: (
        <div class="paper-signature">
          <p>{paper.signature}</p>
          <p>{paper.date}</p>
        </div>
      ),
    },
  ];
}

/** The heading fills the text block's width, as far as its letters may grow. */
function PaperHead({ paper }: { readonly paper: NoticePaper }) {
  const letters = Array.from(paper.heading).length;
  const size = Math.max(8, Math.min(17, (156 / Math.max(1, letters)) * 0.88));
  return (
    <>
      <p
        class={letters > 18 ? 'paper-heading long' : 'paper-heading'}
        style={{ fontSize: `${size}mm` }}
      >
        {paper.heading}
      </p>
      <p class={paper.numbered ? 'paper-no' : 'paper-no pending'}>{paper.number}</p>
      <div class="paper-rule" />
      <h2 class="paper-title">
        {paper.title.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
    </>
  );
}

function PaperParagraph({ paragraph }: { readonly paragraph: Paragraph }) {
  return (
    <p class={`paper-p ${paragraph.level}`}>
      {paragraph.runs.map((run) =>
        run.strong ? <strong key={run.text}>{run.text}</strong> : run.text,
      )}
    </p>
  );
}

function annexSections(annex: Annex, drawPhoto: DrawPhoto): Section[] {
  const key = `annex${annex.nth}`;
  const head: FlowBlock = {
    key: `${key}.head`,
    keepWithNext: true,
    content: <AnnexHead nth={annex.nth} title={annex.title} />,
  };
  if (annex.kind === 'photos') {
    return annex.pages.map((photos, page) => ({
      key: `${key}.${page}`,
      numbered: true,
      blocks: [
        ...(page === 0 ? [head] : []),
        {
          key: `${key}.photos.${page}`,
          content: <PhotoPage photos={photos} draw={drawPhoto} />,
        },
      ],
    }));
  }
  const form = annex.kind === 'reply' ? [formBlock(`${key}.form`, annex.form)] : [];
  return [
    {
      key,
      numbered: true,
      table: {
        name: annex.title,
        columns: annex.table.columns.map((column) => (
          <col key={column.name} style={{ width: `${column.share * 100}%` }} />
        )),
        head: <TableHead table={annex.table} />,
      },
      blocks: [head, ...tableRows(key, annex.table), ...form],
    },
  ];
}

function AnnexHead(props: { readonly nth: number; readonly title: string }) {
  return (
    <>
      <p class="paper-annex-no">附件{props.nth}</p>
      <h2 class="paper-title">{props.title}</h2>
    </>
  );
}

function PhotoPage(props: { readonly photos: readonly PaperPhoto[]; readonly draw: DrawPhoto }) {
  return (
    <div class={props.photos.length > 2 ? 'paper-photos four' : 'paper-photos'}>
      {props.photos.map((photo) => (
        <figure key={photo.sha256}>
          <div class="paper-photo">{props.draw(photo)}</div>
          <figcaption>{photo.caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function TableHead({ table }: { readonly table: Table }) {
  return (
    <tr>
      {table.columns.map((column) => (
        <th key={column.name} scope="col">
          {column.name}
        </th>
      ))}
    </tr>
  );
}

function tableRows(key: string, table: Table): FlowBlock[] {
  return table.rows.map((row, at) => ({
    key: `${key}.row.${at}`,
    row: true,
    content: table.columns.map((column, nth) => (
      <td key={column.name} class={column.align}>
        {row[nth]}
      </td>
    )),
  }));
}

function formBlock(key: string, form: readonly FormLine[]): FlowBlock {
  return {
    key,
    content: (
      <dl class="paper-form">
        {form.map((line) => (
          <div key={line.name} style={{ minHeight: `${line.lines * 10 + 4}mm` }}>
            <dt>{line.name}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    ),
  };
}

function receiptSection(receipt: Receipt): Section {
  return {
    key: 'receipt',
    numbered: false,
    blocks: [
      { key: 'receipt.title', content: <h2 class="paper-title">{receipt.title}</h2> },
      formBlock('receipt.form', receipt.form),
    ],
  };
}
