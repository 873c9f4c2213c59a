import { useState } from 'preact/hooks';

/** Which of the rows on show are ticked; a row that has left is ticked no longer. */
export function useChoice(onShow: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = onShow.filter((id) => ticked.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const toggleAll = () => setTicked(new Set(chosen.length === onShow.length ? [] : onShow));
  return { chosen: new Set(chosen), toggle, toggleAll };
}
