import { Segmented } from '../../ui/segmented.tsx';
import type { NamedPaper, PaperName } from './notice-papers.ts';

/** Which of a notice's papers is looked at, and printed. */
export function PaperTabs(props: {
  readonly papers: readonly NamedPaper[];
  readonly value: PaperName;
  readonly onChange: (key: PaperName) => void;
}) {
  const { papers, value, onChange } = props;
  return (
    <Segmented
      label="纸样"
      value={value}
      options={papers.map(({ key, tab }) => ({ value: key, label: tab }))}
      onChange={(next) => {
        const paper = papers.find(({ key }) => key === next);
        if (paper) onChange(paper.key);
      }}
    />
  );
}
