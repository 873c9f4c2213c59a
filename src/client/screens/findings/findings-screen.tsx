import { useWorkplace } from '../../ui/use-workplace.ts';
import './findings.css';
import { useMedia } from '../../ui/use-media.ts';
import { FindingsPanes } from './findings-panes.tsx';
import { LedgerDesk } from './ledger-desk.tsx';

/** The office's own people at a desk get the ledger; everybody else the list. */
export function FindingsScreen() {
  const { session } = useWorkplace();
  const desk = useMedia('(min-width: 1200px)');
  const office = session.role === 'supervisor' || session.role === 'admin';
  return desk && office ? <LedgerDesk /> : <FindingsPanes />;
}
