/** One deed or photo on its way: what it is, and where it is now. */
import { sayMoment } from '../../../domain/civil.ts';
import { Chip } from '../../ui/chip.tsx';
import { Row } from '../../ui/row.tsx';
import { PhotoLine } from './photo-line.tsx';
import { RefusedCard } from './refused-card.tsx';
import { deedIcon } from './say-deed.ts';
import type { TrailLine } from './trail-lines.ts';
import { Well } from './well.tsx';

export function TrailRow(props: { readonly line: TrailLine }) {
  const { line } = props;
  if (line.kind === 'refused') return <RefusedCard row={line.row} />;
  if (line.kind === 'photo') return <PhotoLine row={line.row} kept={line.kept} />;
  const { row } = line;
  const done = line.kind === 'receipt';
  const at = line.kind === 'deed' ? line.row.at + line.row.offset : line.row.at;
  return (
    <Row
      small
      lead={<Well name={deedIcon(row.name)} />}
      title={row.title}
      second={
        <span>
          {sayMoment(at)} 存{line.times > 1 && ` · ${line.times} 条`}
        </span>
      }
      end={
        done ? (
          <Chip look="tinted" tone="ok" icon="check" small>
            已入账
          </Chip>
        ) : line.kind === 'deed' && line.moving ? (
          <Chip look="tinted" tone="info" icon="up" small>
            上传中
          </Chip>
        ) : (
          <Chip look="outlined" tone="ink2" icon="clock" small>
            等待
          </Chip>
        )
      }
    />
  );
}
