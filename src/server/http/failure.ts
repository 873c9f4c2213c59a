import { FAILURES, type FailureBody, type FailureCode } from '../../protocol/failures.ts';

type Particulars = Partial<Omit<FailureBody, 'code'>>;

/** An answer that is not a success, from the closed list. Thrown by a route, written by the error map. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly particulars: Particulars;

  constructor(code: FailureCode, particulars: Particulars = {}) {
    super(code);
    this.code = code;
    this.particulars = particulars;
  }

  get status(): number {
    return FAILURES[this.code][0];
  }

  get body(): FailureBody {
    return { code: this.code, message: FAILURES[this.code][1], ...this.particulars };
  }
}
