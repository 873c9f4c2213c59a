import { Icon, type IconName } from '../../ui/icon.tsx';

/** The sign at the head of a line. */
export function Well(props: { readonly name: IconName }) {
  return (
    <span class="well">
      <Icon name={props.name} size={24} />
    </span>
  );
}
