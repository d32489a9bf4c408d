import type { ScaleQuestion, TrialStep } from '../api';
import { words } from '../words/words';
import type { Field } from './field';
import { radios } from './radios';
import { sliderField } from './slider';

/** Words for the five categories from low to high; the study's own where it has some. */
export const fiveWords = (labels: readonly string[] | null | undefined): readonly string[] =>
  labels?.length === 5 ? labels : words.quality;

/** The field for one scale of a rating page. */
export function scaleField(asked: ScaleQuestion): Field {
  switch (asked.kind) {
    case 'continuous':
      return sliderField({ key: asked.key, question: asked.question, least: 0, most: 100, step: 1, low: asked.low ?? '', high: asked.high ?? '' });
    case 'acr': {
      const names = fiveWords(asked.labels);
      // the best stands first, as the Recommendation has it
      const choices = [5, 4, 3, 2, 1].map((value) => ({ value: String(value), label: names[value - 1] ?? String(value) }));
      return radios({ key: asked.key, question: asked.question, look: 'list', choices, numeric: true });
    }
    case 'likert':
      return likertField(asked.key, asked.question, asked.points ?? 5, asked.low ?? '', asked.high ?? '', asked.labels ?? []);
  }
}

/** A row of points; where each has a word of its own they stand below each other, the lowest first. */
export function likertField(key: string, question: string, points: number, low: string, high: string, labels: readonly string[], required = true): Field {
  const values = Array.from({ length: points }, (_, i) => i + 1);
  if (labels.length === points) {
    const choices = values.map((value) => ({ value: String(value), label: labels[value - 1] ?? String(value) }));
    return radios({ key, question, look: 'list', choices, numeric: true, required });
  }
  const end = (value: number): string => (value === 1 ? low : value === points ? high : '');
  const choices = values.map((value) => ({
    value: String(value),
    label: String(value),
    spoken: [words.of(value, points), end(value)].filter(Boolean).join(', '),
  }));
  return radios({ key, question, look: 'row', choices, numeric: true, required, ends: low || high ? [low, high] : undefined });
}

/** The nine feelings of a short emotional music scale, each on a row of points. */
export function gemsFields({ gems }: TrialStep): Field[] {
  return (gems?.items ?? []).map(({ key, label }) => likertField(key, label, gems?.points ?? 5, '', '', []));
}
