import { Failure } from '../http/failure.ts';
import type { Parsed } from './parsed.ts';

/** More than anyone reads at once. */
const FAULTS_SHOWN = 100;

/** One fault refuses the whole file. */
export function sound<Row>({ rows, faults }: Parsed<Row>): readonly Row[] {
  if (faults.length === 0) return rows;
  const sorted = [...faults].sort((a, b) => a.line - b.line);
  const [first] = sorted;
  throw new Failure('import-refused', {
    message: `导入的内容有 ${faults.length} 处错，一行也没有写入。第 ${first?.line} 行：${first?.reason}`,
    lines: sorted.slice(0, FAULTS_SHOWN),
  });
}
