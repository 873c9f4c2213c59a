import type { Locator, Page } from '@playwright/test';
import type { ProblemForm } from './problem-form.ts';
import { problemFormOn } from './problem-form.ts';

export type AnswerName = '符合' | '基本符合' | '不符合' | '不适用';

export class InspectionPage {
  constructor(readonly page: Page) {}

  get items(): Locator {
    return this.page.getByRole('radiogroup');
  }

  /** The item's text, counted from 1. */
  async itemText(nth: number): Promise<string> {
    return (await this.items.nth(nth - 1).getAttribute('aria-label')) ?? '';
  }

  radio(nth: number, answer: AnswerName): Locator {
    return this.items.nth(nth - 1).getByRole('radio', { name: answer, exact: true });
  }

  /** Taps an answer and waits until the checklist shows it as kept. */
  async answer(nth: number, answer: AnswerName): Promise<void> {
    await this.radio(nth, answer).click();
    await this.page
      .locator('[role=radiogroup]')
      .nth(nth - 1)
      .locator('[role=radio][aria-checked=true]')
      .getByText(answer, { exact: true })
      .waitFor();
  }

  /** Answers 不符合 and gives the form that this opens. */
  async fail(nth: number): Promise<ProblemForm> {
    await this.answer(nth, '不符合');
    return problemFormOn(this.page);
  }

  /** What each item shows as its answer, null where it has none. */
  async answers(): Promise<(string | null)[]> {
    return this.items.evaluateAll((groups) =>
      groups.map((group) => {
        const chosen = group.querySelector('[role=radio][aria-checked=true]');
        return chosen ? (chosen.getAttribute('aria-label') ?? chosen.textContent) : null;
      }),
    );
  }

  async answerTheRest(answer: AnswerName): Promise<void> {
    const given = await this.answers();
    for (const [index, known] of given.entries()) {
      if (known === null) await this.answer(index + 1, answer);
    }
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: '完成检查' }).click();
  }
}
