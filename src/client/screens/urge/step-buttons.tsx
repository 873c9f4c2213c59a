import { sayLetterPaper } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { stepPath, type UrgeUnit } from './urge-lists.ts';

/** The letters that are suggested for one unit: one tap opens each, ready to be issued. */
export function StepButtons(props: { readonly unit: UrgeUnit; readonly unitName: string }) {
  const { unit, unitName } = props;
  return (
    <span class="urge-steps">
      {unit.steps.map((step) => {
        const which = step.noticeId === null ? '' : ` ${step.noticeName}`;
        const words = `${sayLetterPaper(step.kind)}${which} · ${step.count} 个`;
        return (
          <Button
            key={`${step.kind} ${step.noticeId}`}
            kind="outlined"
            size="small"
            icon="stamp"
            href={stepPath(step)}
            label={`${unitName}：${words}问题`}
          >
            {words}
          </Button>
        );
      })}
    </span>
  );
}
