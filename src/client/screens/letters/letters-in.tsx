/** 来文 above a unit's notices: the latest letters that were sent to it. */
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { LetterRows } from './letter-rows.tsx';
import './letters.css';
import { useLetters } from './use-letters.ts';

const LATEST = 3;

export function LettersIn() {
  const { session } = useWorkplace();
  const letters = useLetters();
  if (session.role !== 'unit' || !letters || letters.length === 0) return null;
  return (
    <section class="letters-in" aria-labelledby="letters-in">
      <div class="group-head">
        <h2 id="letters-in">来文 {letters.length}</h2>
        {letters.length > LATEST && (
          <Button kind="plain" href="/letters" iconEnd="chevron-right">
            全部来文
          </Button>
        )}
      </div>
      <LetterRows letters={letters.slice(0, LATEST)} chosen={null} onChoose={null} reset="" />
      <div class="group-head">
        <h2>督查通知书</h2>
      </div>
    </section>
  );
}
