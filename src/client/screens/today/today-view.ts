/** How the person left the list: it comes back so after a reload. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { POINT_PROGRESS } from '../../../domain/point-progress.ts';

const View = z.object({
  tab: z.enum([...POINT_PROGRESS, 'all']),
  text: z.string(),
  category: z.string(),
  streetId: z.string(),
  teamId: z.string(),
  /** Only points with problems that are open, or overdue. */
  problems: z.enum(['any', 'open', 'overdue']),
  order: z.enum(['near', 'code']),
});
export type TodayView = z.infer<typeof View>;

export const PLAIN_VIEW: TodayView = {
  tab: 'todo',
  text: '',
  category: '',
  streetId: '',
  teamId: '',
  problems: 'any',
  order: 'near',
};

const KEY = 'xundian-today';

export const todayView = signal<TodayView>(recall());

export function setTodayView(change: Partial<TodayView>): void {
  todayView.value = { ...todayView.value, ...change };
  sessionStorage.setItem(KEY, JSON.stringify(todayView.value));
}

/** How many filters are set, for the button's own word. */
export function filterCount(view: TodayView): number {
  return (
    [view.category, view.streetId, view.teamId].filter((value) => value !== '').length +
    (view.problems === 'any' ? 0 : 1)
  );
}

function recall(): TodayView {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return PLAIN_VIEW;
  try {
    const view = View.safeParse(JSON.parse(stored));
    return view.success ? view.data : PLAIN_VIEW;
  } catch (error) {
    console.info('列表的筛选没有恢复', error);
    return PLAIN_VIEW;
  }
}
