/** A file, chosen by a large button. */
export function Pick(props: {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label class="verify-button verify-pick">
      <input
        type="file"
        accept={props.accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      {props.label}
    </label>
  );
}
