/** Where an answer or a request for time lies while it is written down: by person and problem. */

import { AnswerDraft, ExtensionDraft } from '../../answer/answer-draft.ts';
import { keep, recall } from '../../answer/kept-text.ts';

export function answerKey(accountId: string, findingId: string): string {
  return `xundian-answer.${accountId}.${findingId}`;
}

export function extensionKey(accountId: string, findingId: string): string {
  return `xundian-extension.${accountId}.${findingId}`;
}

/** False where another one is begun already: it is the person's to finish first. */
export function putAnswer(key: string, draft: AnswerDraft): boolean {
  const begun = recall(key, AnswerDraft);
  if (begun) return begun.redoes === draft.redoes;
  return keep(key, draft);
}

export function putExtension(key: string, draft: ExtensionDraft): boolean {
  const begun = recall(key, ExtensionDraft);
  if (begun) return begun.redoes === draft.redoes;
  return keep(key, draft);
}
