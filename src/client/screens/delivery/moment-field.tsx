/** 签收时间, where it may have been earlier than now. */
import { Field } from '../../ui/field.tsx';
import { momentOf, momentText } from './moment-text.ts';

export function MomentField(props: {
  /** In ms; null for the moment of saving. */
  readonly at: number | null;
  readonly now: number;
  readonly onChange: (at: number | null) => void;
}) {
  const { at, now, onChange } = props;
  return (
    <Field
      label="签收时间"
      type="datetime-local"
      value={at === null ? '' : momentText(at)}
      max={momentText(now)}
      hint="按回证上写的填；不填，就是存下的时间"
      onInput={(text) => onChange(momentOf(text))}
    />
  );
}
