import './office.css';
import type { Answer } from './ask.ts';

/** Why a file was not taken: line by line where its lines are at fault. */
export function ImportFaults(props: {
  readonly answer: Extract<Answer<unknown>, { ok: false }>;
  readonly fileName: string;
}) {
  const { answer, fileName } = props;
  return (
    <div class="office-trouble" role="alert">
      <p>
        <b>{fileName} 没有导入。</b>
        {answer.lines.length === 0 ? answer.message : '改好下面各行后再导入，一行也没有写入。'}
      </p>
      {answer.lines.length > 0 && (
        <ol class="import-lines">
          {answer.lines.map((fault) => (
            <li key={`${fault.line}.${fault.reason}`}>
              <b>第 {fault.line} 行</b> {fault.reason}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
