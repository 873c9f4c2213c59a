/** A refused handoff or result that is said again: its form opens filled in, where the address asks for it. */
import { useLocation } from 'preact-iso';
import { MUTATIONS } from '../../../protocol/mutations/index.ts';
import { useLive } from '../../ui/use-live.ts';
import { HandOffDialog } from './hand-off-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import type { Handoffs } from './use-handoffs.ts';

export function Redoing({ handoffs, findings }: Handoffs) {
  const { query, route } = useLocation();
  const seq = Number(query.redo ?? 0);
  const row = useLive(async (db) => (await db.refused.get(seq)) ?? null, [seq]);
  if (!row || row.decision !== null) return null;
  const close = () => route('/handoff', true);
  if (row.name === 'finding.hand-off') {
    const { data } = MUTATIONS[row.name].args.safeParse(row.args);
    const finding = findings.get(data?.id ?? '');
    if (!data || !finding) return null;
    const { code, codeName, note } = data;
    const redo = { seq, code, name: codeName, note };
    return <HandOffDialog open findings={[finding]} redo={redo} onClose={close} />;
  }
  if (row.name === 'handoff.settle') {
    const { data } = MUTATIONS[row.name].args.safeParse(row.args);
    const finding = findings.get(data?.id ?? '');
    const handoff = handoffs
      .filter(({ findingId }) => findingId === data?.id)
      .reduce<(typeof handoffs)[number] | null>((a, b) => (a && a.at > b.at ? a : b), null);
    if (!data || !finding || !handoff) return null;
    return <SettleDialog line={{ finding, handoff }} redo={{ seq, said: data }} onClose={close} />;
  }
  return null;
}
