import type { LocalDatabase } from '../../store/database.ts';
import { exportRefused } from '../../store/refused.ts';

/** 导出: the deed as a file, to be handed to the office. */
export async function takeOut(db: LocalDatabase, seq: number): Promise<void> {
  const text = await exportRefused(db, seq);
  if (text === null) return;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `未被接受-${seq}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
