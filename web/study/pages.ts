import { button, el, toast } from '../app/ui/dom';
import { type End, type Introduction, Refused, type State, withdraw } from './api';
import type { Frame } from './frame';
import { type Place, resumeLink } from './place';
import { paragraphs } from './steps/simple';
import { ownName, preferred, speakNow, words } from './words/words';

/** Pages that are no step: the first, the last, and those that tell of a problem. */

/** The first page: what it is about, how long it takes, in which language. */
export function welcome(frame: Frame, study: Introduction, begin: (language: string) => void): void {
  const show = (language: string): void => {
    speakNow(language);
    const say = (texts: Record<string, string> | null): string => texts?.[language] ?? Object.values(texts ?? {})[0] ?? '';
    document.title = say(study.title);
    const shut = admission(study);
    if (shut) {
      frame.tell(shut[0], el('p', {}, shut[1]));
      return;
    }
    const choice = study.languages.length > 1 ? languages(study.languages, language, show) : null;
    const element = el('div', { class: 'welcome' }, choice, paragraphs(say(study.about)), el('p', { class: 'soft' }, `${words.minutes(study.minutes)} ${words.needs}`));
    frame.show({ heading: say(study.title), element, next: words.begin, missing: () => null, answer: () => null }, () => begin(language));
  };
  show(preferred(study.languages));
}

function admission({ admission: state }: Introduction): [string, string] | null {
  if (state === 'closed') return [words.closed, words.closedDetail];
  if (state === 'complete') return [words.complete, words.completeDetail];
  return state === 'taken' ? [words.taken, words.takenDetail] : null;
}

function languages(offered: string[], now: string, show: (language: string) => void): HTMLElement {
  const inputs = offered.map((language) => {
    const input = el('input', { type: 'radio', name: 'language', value: language });
    input.checked = language === now;
    input.addEventListener('change', () => {
      show(language);
      document.querySelector<HTMLElement>(`input[name=language][value="${language}"]`)?.focus();
    });
    return el('label', { lang: language }, input, ownName(language));
  });
  return el('fieldset', { class: 'languages' }, el('legend', { class: 'unseen' }, words.language), el('div', { class: 'choice' }, ...inputs));
}

const REFUSALS: Record<string, () => [string, string]> = {
  'invitation-needed': () => [words.invitationNeeded, words.invitationNeededDetail],
  'invitation-unknown': () => [words.invitationNeeded, words.invitationNeededDetail],
  'invitation-used': () => [words.invitationUsed, words.invitationUsedDetail],
  'prolific-needed': () => [words.prolificNeeded, words.prolificNeededDetail],
  'places-taken': () => [words.taken, words.takenDetail],
  'study-closed': () => [words.closed, words.closedDetail],
  'study-complete': () => [words.complete, words.completeDetail],
};

/** Tells why it does not go on, with the button that tries again where that may help. */
export function problem(frame: Frame, cause: unknown, again: () => void): void {
  const retry = button(words.tryAgain, again, 'main');
  if (!(cause instanceof Refused)) {
    frame.tell(words.unreachable, el('p', {}, words.unreachableDetail), el('div', { class: 'row' }, retry));
    return;
  }
  const known = REFUSALS[cause.code]?.();
  if (known) frame.tell(known[0], el('p', {}, known[1]));
  else if (cause.status === 404) frame.tell(words.noStudy, el('p', {}, words.noStudyDetail));
  else frame.tell(words.broken, el('p', {}, cause.told.title), cause.told.detail ? el('p', {}, cause.told.detail) : null, el('div', { class: 'row' }, retry));
}

const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

function codeBox(title: string, code: string, detail: string): HTMLElement {
  const copy = button(words.copy, () => void copied(code));
  return el('section', { class: 'code' }, el('h2', {}, title), el('p', { class: 'figure', translate: 'no' }, code.length > 12 ? inFours(code) : code), copy, detail !== '' && el('p', { class: 'small' }, detail));
}

async function copied(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  } catch {
    toast(text);
  }
}

const ENDINGS: Record<End['kind'], () => [string, string]> = {
  completed: () => [words.done, words.thanks],
  declined: () => [words.closeTab, words.declined],
  'screened-out': () => [words.screenedOut, words.screenedOutDetail],
  'over-quota': () => [words.overQuota, words.overQuotaDetail],
};

/** The last page: thanks, the codes to take along, the way back. */
export function ending(frame: Frame, state: State, end: End): void {
  const [title, detail] = ENDINGS[end.kind]();
  const safe = end.redirect !== null && /^https:\/\//.test(end.redirect);
  frame.tell(
    title,
    end.text ? paragraphs(end.text) : null,
    end.kind === 'completed' && end.text ? null : el('p', {}, detail),
    end.code ? codeBox(words.completionCode, end.code, '') : null,
    safe ? el('div', { class: 'row' }, el('a', { class: 'button main', href: end.redirect, rel: 'noreferrer' }, words.toProlific)) : null,
    state.withdrawal ? codeBox(words.withdrawalCode, state.withdrawal, words.withdrawalDetail) : null,
    state.withdrawal ? el('p', {}, el('a', { class: 'plain-link', href: `#w=${state.withdrawal}` }, words.withdrawTitle)) : null,
  );
}

/** How to stop, go on elsewhere, or have everything deleted: folded away below every page. */
export function help({ slug, session, withdrawal }: State): HTMLElement {
  const link = resumeLink(slug, session);
  return el(
    'details',
    { class: 'folded help' },
    el('summary', { class: 'small' }, words.help),
    el('p', { class: 'small' }, words.later),
    el('p', { class: 'small link', translate: 'no' }, link),
    el('div', { class: 'row' }, button(words.copyLink, () => void copied(link)), withdrawal && el('a', { class: 'button', href: `#w=${withdrawal}` }, words.withdraw)),
  );
}

/** Deletes everything that was given under a code. */
export function withdrawal(frame: Frame, place: Place, forget: () => void): void {
  const input = el('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', value: place.withdrawal ?? '' });
  const wrong = el('p', { class: 'wrong small', role: 'alert' });
  const act = async (): Promise<void> => {
    wrong.textContent = '';
    try {
      const { answers } = await withdraw(input.value.replace(/\s/g, '').toLowerCase());
      forget();
      frame.below();
      frame.tell(words.withdrawn, el('p', {}, words.withdrawnDetail(answers)), el('p', {}, words.closeTab));
    } catch (cause) {
      const status = cause instanceof Refused ? cause.status : 0;
      wrong.textContent = status === 404 ? words.unknownCode : status === 429 ? words.tooOften : words.unreachable;
      input.focus();
    }
  };
  const away = button(words.back, () => history.back());
  frame.tell(
    words.withdrawTitle,
    el('p', {}, words.withdrawDetail),
    el('label', { class: 'field' }, el('span', {}, words.code), input),
    wrong,
    el('div', { class: 'row' }, button(words.deleteAll, () => void act(), 'main'), place.withdrawal ? away : null),
  );
}
