/** Two photos of one place: side by side, or one over the other with a border that is moved. */
import './compare.css';
import { useState } from 'preact/hooks';
import { CompareSlider } from './compare-slider.tsx';
import { Photo } from './photo.tsx';
import { Segmented } from './segmented.tsx';

export interface Compared {
  readonly sha256: string;
  /** What it is: 整改前. */
  readonly name: string;
  /** When it was taken, in words. */
  readonly when: string;
}

const WAYS = [
  { value: 'beside', label: '并排' },
  { value: 'over', label: '滑动对比' },
] as const;

type Way = (typeof WAYS)[number]['value'];

export function Compare(props: {
  readonly before: Compared;
  readonly after: Compared;
  /** What they show, for the pictures' names. */
  readonly text: string;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}) {
  const { before, after, text, way, onWay } = props;
  return (
    <div class="compare">
      <Segmented
        label="对比方式"
        value={way}
        options={WAYS}
        onChange={(value) => {
          const chosen = WAYS.find((one) => one.value === value);
          if (chosen) onWay(chosen.value);
        }}
      />
      {way === 'over' ? (
        <CompareSlider
          key={`${before.sha256} ${after.sha256}`}
          before={before}
          after={after}
          text={text}
        />
      ) : (
        <div class="compare-pair">
          {[before, after].map((one) => (
            <Photo
              key={`${one.name} ${one.sha256}`}
              sha256={one.sha256}
              alt={`${text}，${one.name}`}
              size="large"
              caption={`${one.name} ${one.when}`}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** The way that a person compares stays as they go from problem to problem. */
export function useCompareWay(): readonly [Way, (way: Way) => void] {
  const [way, setWay] = useState<Way>(kept);
  return [
    way,
    (next) => {
      kept = next;
      setWay(next);
    },
  ];
}

let kept: Way = 'beside';
