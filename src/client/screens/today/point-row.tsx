import { Component } from 'preact';
import { sayDistance } from '../../../domain/place.ts';
import { CategoryIcon } from '../../ui/category-icon.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/row.tsx';
import type { PlacedPoint } from './today-groups.ts';

interface Props {
  readonly row: PlacedPoint;
  readonly selected: boolean;
}

/** Drawn again only when something about it changed: a key in the search leaves most rows as they are. */
export class PointRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.row !== this.props.row || next.selected !== this.props.selected;
  }

  override render() {
    const { row, selected } = this.props;
    const { point, open } = row;
    return (
      <Row
        href={`/points/${encodeURIComponent(point.id)}`}
        selected={selected}
        lead={<CategoryIcon category={point.categoryName} />}
        title={point.name}
        second={
          <>
            <span>
              {point.categoryName} · {point.id}
            </span>
            {open > 0 && (
              <span class="row-flag">
                · <Icon name="flag" size={15} weight={2} /> 未销号 {open}
              </span>
            )}
          </>
        }
        end={<Measure row={row} />}
      />
    );
  }
}

function Measure(props: { readonly row: PlacedPoint }) {
  const { answered, metres, overdue, progress } = props.row;
  return (
    <>
      {answered ? (
        <b class="today-answered">
          {answered.done} / {answered.of}
        </b>
      ) : (
        metres !== null && <b>{sayDistance(metres)}</b>
      )}
      {overdue > 0 ? (
        <Chip look="solid" tone="civic" small>
          ! 超期 {overdue} 条
        </Chip>
      ) : answered ? (
        <span>项已答</span>
      ) : (
        progress === 'done' && (
          <span class="today-done">
            <Icon name="check" size={16} weight={2.8} /> 已查
          </span>
        )
      )}
    </>
  );
}
