import { button, el } from '../../app/ui/dom';
import type { ConsentStep, QuestionnaireStep } from '../api';
import { countries } from '../parts/countries';
import { listen } from '../parts/keymap';
import { askedField } from '../parts/asked';
import { framed, unique } from '../parts/field';
import { radios } from '../parts/radios';
import { words } from '../words/words';
import { Fields } from './fields';
import type { Surroundings, View } from './view';

const nothingMissing = (): null => null;

/** Plain text of a study, with its line breaks. */
export const paragraphs = (text: string): HTMLElement =>
  el('div', { class: 'prose' }, ...text.trim().split(/\n\s*\n/).map((part) => el('p', { class: 'broken' }, part)));

export function consent(step: ConsentStep, around: Surroundings): View {
  const boxes = step.points.map(({ id, text, required }) => {
    const box = el('input', { type: 'checkbox', required });
    return { id, required, box, row: el('label', { class: 'tick' }, box, el('span', {}, text, required && el('small', { class: 'soft' }, ` (${words.required})`))) };
  });
  const agreed = (): unknown => ({
    agreed: true,
    digest: step.digest,
    points: boxes.filter(({ box }) => box.checked).map(({ id }) => id),
  });
  const decline = button(words.decline, () => around.give({ agreed: false }), 'plain');
  return {
    heading: words.consentTitle,
    element: el(
      'div',
      { class: 'consent' },
      paragraphs(step.text),
      step.contact && el('p', { class: 'contact' }, `${words.contact} ${step.contact}`),
      boxes.length > 0 && el('div', { class: 'ticks' }, ...boxes.map(({ row }) => row)),
      el('div', { class: 'row' }, decline),
    ),
    next: words.agree,
    missing: () => {
      const open = boxes.filter(({ required, box }) => required && !box.checked);
      return open[0] ? { words: words.open(open.length), focus: () => open[0]?.box.focus() } : null;
    },
    answer: agreed,
  };
}

/** A page with one question that is answered by yes or no. */
export function age(minimum: number, around: Surroundings, next: () => void): View {
  const question = words.age(minimum);
  const choices = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ];
  const fields = new Fields([radios({ key: 'old', question, look: 'pair', choices })], around);
  return asked(words.aboutYou, next, fields, () => ({ oldEnough: fields.values().old === 'yes' }));
}

export function region(around: Surroundings, next: () => void): View {
  const id = unique('country');
  const select = el('select', { id }, el('option', { value: '' }, words.choose), ...countries().map(([code, name]) => el('option', { value: code }, name)));
  const frame = framed(words.region, 'country', '', el('label', { class: 'unseen', for: id }, words.region), select);
  const field = {
    key: 'country',
    required: true,
    element: frame.element,
    value: () => select.value || undefined,
    set: (value: unknown) => {
      select.value = String(value);
    },
    onChange: (listener: () => void) => select.addEventListener('change', listener),
    focus: () => select.focus(),
    refuse: frame.refuse,
  };
  const fields = new Fields([field], around);
  return asked(words.aboutYou, next, fields, () => fields.values());
}

export function questionnaire(step: QuestionnaireStep, around: Surroundings, next: () => void): View {
  const fields = new Fields(step.questions.map(askedField), around);
  return asked(step.title ?? words.aboutYou, next, fields, () => ({ values: fields.values() }));
}

export function reading(kind: 'instructions' | 'break', text: string | null, next: () => void): View {
  const heading = kind === 'break' ? words.breakTitle : words.instructions;
  const element = paragraphs(text ?? (kind === 'break' ? words.breakDetail : ''));
  return { heading, element, next: words.goOn, missing: nothingMissing, answer: () => ({ read: true }), close: listen({ next }) };
}

function asked(heading: string, next: () => void, fields: Fields, answer: () => unknown): View {
  const unlisten = listen({ digit: (digit) => fields.digit(digit), next });
  return {
    heading,
    element: el('div', { class: 'questions' }, ...fields.all.map(({ element }) => element)),
    next: words.next,
    missing: () => fields.missing(),
    answer,
    refuse: (refusals) => fields.refuse(refusals),
    close: unlisten,
  };
}
