/** Where only one fits: a paper, or what it is made of. */
import './paper-sides.css';
import { type Segment, Segmented } from '../../ui/segmented.tsx';

export function PaperSides(props: {
  readonly value: string;
  readonly onChange: (side: string) => void;
  readonly options: readonly Segment[];
}) {
  return (
    <div class="paper-sides">
      <Segmented label="看什么" {...props} />
    </div>
  );
}
