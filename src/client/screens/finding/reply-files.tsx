/** The files that a unit has sent with an answer; their bytes are at the office. */
import './answers.css';
import type { ReplyRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';

export function ReplyFiles({ reply }: { readonly reply: ReplyRow }) {
  if (reply.files.length === 0) return null;
  return (
    <ul class="reply-files" aria-label="附件">
      {reply.files.map((file) => (
        <li key={file.sha256}>
          <a href={`/api/replies/${reply.id}/files/${file.sha256}`} download={file.name}>
            <Icon name="note" size={20} />
            {file.name}（{saySize(file.bytes)}）
          </a>
        </li>
      ))}
    </ul>
  );
}

function saySize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
