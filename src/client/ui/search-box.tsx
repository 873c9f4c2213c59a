import './search-box.css';
import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** A search field named by `label`; it can be emptied with one tap. */
export function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly placeholder?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="search" role="search">
      <Icon name="search" size={20} weight={2} />
      <input
        ref={input}
        type="search"
        enterkeyhint="search"
        aria-label={props.label}
        placeholder={props.placeholder ?? ''}
        value={props.value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.value !== '' && (
        <button
          type="button"
          aria-label="清空搜索"
          onClick={() => {
            props.onInput('');
            input.current?.focus();
          }}
        >
          <Icon name="close" size={18} weight={2} />
        </button>
      )}
    </div>
  );
}
