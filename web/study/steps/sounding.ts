import { el } from '../../app/ui/dom';
import type { Clip } from '../api';
import { listen } from '../parts/keymap';
import { radios } from '../parts/radios';
import { currentVolume, setVolume } from '../sound/output';
import { words } from '../words/words';
import { Fields } from './fields';
import { Listening } from './listening';
import type { Surroundings, View } from './view';

/** Plays a clip, and asks whether it was heard: the one thing that no program can find out. */
export function browser(clip: Clip, around: Surroundings, next: () => void): View {
  const choices = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.browserNo },
  ];
  const field = radios({ key: 'perceived', question: words.browserHeard, look: 'list', choices });
  const fields = new Fields([field], around);
  const help = el('p', { class: 'small soft', hidden: true }, words.browserHelp);
  field.onChange(() => {
    help.hidden = field.value() !== 'no';
  });
  const listening = new Listening([clip], { medium: null, listen: 0.8, loops: false }, around, ({ shows }) => {
    const legend = field.element.querySelector('legend');
    if (legend && shows) legend.textContent = words.browserSeen;
  });
  const unlisten = listen({ play: () => void listening.player?.toggle(), digit: (digit) => fields.digit(digit), next });
  const played = (): boolean => listening.player !== null && listening.player.unheard().length === 0;
  return {
    heading: words.browserTitle,
    element: el('div', { class: 'trial' }, el('p', {}, words.browserDetail), listening.element, el('div', { class: 'questions' }, field.element, help)),
    next: words.next,
    missing: () => {
      // somebody whose browser plays nothing can say so and go on
      if (field.value() === 'no' || played()) return fields.missing();
      return { words: words.listenFirst([]), focus: () => listening.element.querySelector<HTMLElement>('.play')?.focus() };
    },
    answer: () => ({ played: played(), perceived: field.value() === 'yes' }),
    close: () => {
      unlisten();
      listening.close();
    },
  };
}

/** The volume, set once before anything is judged. */
export function level(clip: Clip, around: Surroundings, next: () => void): View {
  const range = el('input', { type: 'range', min: 0, max: 100, step: 1, value: Math.round(currentVolume() * 100), 'aria-label': words.volume, class: 'volume' });
  const show = (): void => {
    setVolume(Number(range.value) / 100);
    range.setAttribute('aria-valuetext', `${range.value} %`);
    range.style.setProperty('--share', String(Number(range.value) / 100));
  };
  range.addEventListener('input', show);
  show();
  const listening = new Listening([clip], { medium: null, listen: 0.5, loops: false }, around, ({ engine }) => engine.repeat(true));
  const unlisten = listen({ play: () => void listening.player?.toggle(), next });
  return {
    heading: words.levelTitle,
    element: el(
      'div',
      { class: 'trial' },
      el('p', {}, words.levelDetail),
      listening.element,
      el('div', { class: 'questions' }, el('fieldset', { class: 'question' }, el('legend', {}, words.volume), el('div', { class: 'slider' }, range))),
    ),
    next: words.next,
    missing: () =>
      (listening.player?.unheard() ?? ['']).length === 0
        ? null
        : { words: words.listenFirst([]), focus: () => listening.element.querySelector<HTMLElement>('.play')?.focus() },
    answer: () => ({ volume: Number(range.value) / 100 }),
    close: () => {
      unlisten();
      listening.close();
    },
  };
}
