/** 签名区: a person signs by pen, finger or mouse. Only vectors leave it, never a picture. */
import './signature-field.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Signature } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { type InkBoard, inkBoard } from './ink-board.ts';

export function SignatureField(props: {
  /** Whose signature it is, e.g. 收件人签名. */
  readonly label: string;
  readonly value: Signature | null;
  readonly onChange: (value: Signature | null) => void;
  /** It is asked for and not there. */
  readonly wrong?: boolean;
}) {
  const { label, value, onChange, wrong = false } = props;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const board = useRef<InkBoard | null>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (!canvas.current) return;
    const made = inkBoard(canvas.current, (signature) => tell.current(signature));
    board.current = made;
    return () => {
      board.current = null;
      made.close();
    };
  }, []);
  useEffect(() => board.current?.show(value), [value]);
  return (
    <div class="signature-field" role="group" aria-labelledby={id}>
      <div class="signature-tools">
        <span class="field-label" id={id}>
          {label}
        </span>
        <div>
          <Button
            kind="outlined"
            icon="undo"
            disabled={value === null}
            label={`${label}：撤销一笔`}
            onClick={() => onChange(withoutLast(value))}
          >
            撤销
          </Button>
          <Button
            kind="outlined"
            icon="trash"
            disabled={value === null}
            label={`${label}：清除`}
            onClick={() => onChange(null)}
          >
            清除
          </Button>
        </div>
      </div>
      <div class={`signature-board${wrong ? ' wrong' : ''}`}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${label}区，${value ? '已签名' : '还没有签名'}`}
        />
        {value === null && (
          <p class="signature-here" aria-hidden="true">
            请在这里签名
          </p>
        )}
      </div>
    </div>
  );
}

function withoutLast(value: Signature | null): Signature | null {
  if (!value || value.strokes.length < 2) return null;
  return { ...value, strokes: value.strokes.slice(0, -1) };
}
