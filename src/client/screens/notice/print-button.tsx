import { Button } from '../../ui/button.tsx';

export function PrintButton(props: {
  /** Something else is to be done first. */
  readonly second: boolean;
  /** Without words, where there is no room for them. */
  readonly alone: boolean;
}) {
  const look = props.second
    ? ({ kind: 'outlined' } as const)
    : ({ kind: 'primary', size: 'main' } as const);
  const shared = { ...look, icon: 'print', onClick: () => print() } as const;
  return props.alone ? <Button {...shared} label="打印" /> : <Button {...shared}>打印</Button>;
}
