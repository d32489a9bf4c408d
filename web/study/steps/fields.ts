import type { Refusal } from '../api';
import type { Field } from '../parts/field';
import { words } from '../words/words';
import type { Surroundings, View } from './view';

/** The questions of a page: what is still open, what was answered, what the server says about it. */
export class Fields {
  constructor(
    readonly all: Field[],
    around: Surroundings,
  ) {
    for (const field of all) {
      const kept = around.draft?.values[field.key];
      if (kept !== undefined) field.set(kept);
      field.onChange(() => around.keep(this.values()));
    }
  }

  values(): Record<string, unknown> {
    const entries = this.all.map((field) => [field.key, field.value()] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  missing(): ReturnType<View['missing']> {
    const open = this.all.filter((field) => field.required && field.value() === undefined);
    const [first] = open;
    return first ? { words: words.open(open.length), focus: () => first.focus() } : null;
  }

  refuse(refusals: Refusal[]): void {
    for (const field of this.all) field.refuse(refusals.find(({ key }) => key === field.key)?.why ?? '');
    this.all.find(({ key }) => refusals.some((refusal) => refusal.key === key))?.focus();
  }

  /** Answers by a digit: the field that has the focus, or else the first that is open. */
  digit(digit: number): boolean {
    const focused = this.all.find(({ element }) => element.contains(document.activeElement));
    const due = focused ?? this.all.find((field) => field.digit && field.value() === undefined) ?? this.all.find((field) => field.digit);
    return due?.digit?.(digit) ?? false;
  }
}
