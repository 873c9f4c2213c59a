import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { LetterPanes } from './letter-panes.tsx';
import { useLetters } from './use-letters.ts';

/** 来文 of a unit: the letters that the office has sent to it. The office reads what it has sent. */
export function LettersScreen() {
  const { session } = useWorkplace();
  const letters = useLetters();
  const title = session.role === 'unit' ? '来文' : '已发文书';
  return (
    <Page title={title} back="/notices" layout="panes">
      {letters &&
        (letters.length === 0 && session.role === 'unit' ? (
          <Empty icon="notice" text="还没有收到提示、催办或督办的来文。">
            <Button kind="outlined" href="/notices">
              看督查通知书
            </Button>
          </Empty>
        ) : (
          <LetterPanes letters={letters} place="/letters" />
        ))}
    </Page>
  );
}
