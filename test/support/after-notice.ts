/** Everything that may follow a notice, once each and in an order in which all of it is taken. */
import { uuidv7 } from 'uuidv7';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import { letterArgs } from './letters.ts';

export interface AfterStep {
  readonly name: MutationName;
  readonly by: 'supervisor' | 'unit';
  /** What the deed is about. */
  readonly id: string;
  readonly args: unknown;
}

/** Six findings on one notice, and one that is on none. */
export const ON_NOTICE = 6;

export function afterNotice(city: {
  readonly noticeId: string;
  readonly unitId: string;
  /** Those on the notice. */
  readonly findings: readonly string[];
  readonly loose: string;
  readonly photo: () => MutationArgs['finding.fix']['photos'][number];
  readonly at: number;
}): AfterStep[] {
  const { noticeId, unitId, findings, loose, at } = city;
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = findings;
  const steps: AfterStep[] = [];
  const say = <N extends MutationName>(
    name: N,
    by: AfterStep['by'],
    args: MutationArgs[N],
    id = String(Object(args).id),
  ) => steps.push({ name, by, id, args });
  const deadline = { kind: 'days', days: 3 } as const;
  const asks = (findingId: string, until = '2023-12-29') => {
    const id = uuidv7();
    say('extension.ask', 'unit', { id, findingId, reason: '等材料', until });
    return id;
  };
  const replies = (findingId: string) =>
    say('reply.submit', 'unit', {
      id: uuidv7(),
      findingId,
      text: '护栏已补齐',
      files: [],
      photo: city.photo(),
      way: 'account',
    });
  say('notice.acknowledge', 'unit', { id: noticeId, receiver: '李某', duty: '', phone: '' });
  say('extension.decide', 'supervisor', {
    id: asks(a),
    granted: true,
    decision: '同意',
    until: null,
  });
  const letter = letterArgs({
    id: uuidv7(),
    kind: 'remind',
    findingIds: [a],
    issuedAt: at,
    unitId,
  });
  say('letter.issue', 'supervisor', letter);
  say('letter.void', 'supervisor', { id: letter.id, reason: '写错' });
  asks(a, '2024-01-15');
  replies(a);
  say('reply.accept', 'supervisor', { id: a, note: '' });
  say('reply.return', 'supervisor', { id: a, recheckId: uuidv7(), reason: '看不清', deadline });
  replies(a);
  const verdict = { recheckId: uuidv7(), note: '', place: null, deadline: null };
  say('finding.verify', 'supervisor', {
    id: a,
    ...verdict,
    result: 'passed',
    photos: [city.photo()],
  });
  asks(b);
  say('finding.shelve', 'supervisor', { id: b, reason: '要立项', reviewOn: '2024-03-01' });
  say('finding.review', 'supervisor', {
    id: b,
    result: 'resume',
    note: '',
    reviewOn: null,
    deadline,
  });
  asks(c);
  const handoff = { handoffId: uuidv7(), code: 'BJ-0101', codeName: '井盖', note: '' };
  say('finding.hand-off', 'supervisor', { id: c, ...handoff });
  say('handoff.send', 'supervisor', { id: c, batchId: 'B1' });
  const settled = { caseNumber: '6101', at: null, note: '', deadline };
  say('handoff.settle', 'supervisor', { id: c, ...settled, result: 'back' });
  asks(d);
  say('finding.merge', 'supervisor', { id: d, into: e });
  asks(f);
  say('finding.void', 'supervisor', { id: f, reason: '误判' });
  say('finding.fix', 'supervisor', { id: loose, note: '', photos: [city.photo()] });
  return steps;
}
