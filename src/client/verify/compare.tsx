/** Only a person can hold the paper against the screen: a good QR may be copied onto another paper. */
export type Compared = 'same' | 'different' | null;

export function Compare(props: {
  readonly compared: Compared;
  readonly onCompared: (compared: Compared) => void;
}) {
  const { compared, onCompared } = props;
  return (
    <div class="verify-compare">
      <p id="verify-compare">这四项与纸上一致吗？</p>
      <div class="verify-choices" role="group" aria-labelledby="verify-compare">
        <button
          class="verify-button"
          type="button"
          aria-pressed={compared === 'same'}
          onClick={() => onCompared('same')}
        >
          一致
        </button>
        <button
          class="verify-button"
          type="button"
          aria-pressed={compared === 'different'}
          onClick={() => onCompared('different')}
        >
          不一致
        </button>
      </div>
      {compared === 'same' && <p role="status">那么手里的就是这一份。</p>}
    </div>
  );
}
