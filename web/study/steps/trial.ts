import { el } from '../../app/ui/dom';
import type { TrialStep } from '../api';
import { affectField } from '../parts/affect';
import { board } from '../parts/board';
import type { Field } from '../parts/field';
import { keyHelp, listen } from '../parts/keymap';
import { nameOf, type Player } from '../parts/player';
import { radios } from '../parts/radios';
import { gemsFields, scaleField } from '../parts/scales';
import { words } from '../words/words';
import { Fields } from './fields';
import { Listening } from './listening';
import type { Surroundings, View } from './view';

const SIDE_BY_SIDE = new Set(['mushra', 'multi-stimulus']);
const COMPARING = new Set(['mushra', 'multi-stimulus', 'preference', 'abx', 'match']);

/** The questions of every paradigm but those whose sliders stand under the clips. */
function fieldsOf(step: TrialStep): Field[] {
  const question = step.instruction ?? step.question ?? '';
  switch (step.paradigm) {
    case 'rating':
      return (step.questions ?? []).map(scaleField);
    case 'preference':
    case 'match':
    case 'abx': {
      const tie = step.paradigm === 'match' ? words.cannotTell : words.tie;
      const choices = (step.choices ?? ['A', 'B']).map((value) => ({ value, label: value === 'tie' ? tie : value }));
      const asked = step.paradigm === 'abx' && question === '' ? words.abx : question;
      return [radios({ key: 'choice', question: asked, look: 'pair', choices })];
    }
    case 'intention': {
      const choices = (step.options ?? []).map(({ id, label }) => ({ value: id, label }));
      const intention = radios({ key: 'intention', question, look: 'list', choices });
      return [intention, ...(step.affect ? [affectField(step.affect)] : []), ...gemsFields(step)];
    }
    case 'mushra':
    case 'multi-stimulus':
      return [];
  }
}

/** A page of a task: clips, and what is asked about them. */
export class Trial implements View {
  readonly heading: string;
  readonly above?: string;
  readonly element: HTMLElement;
  readonly next = words.next;
  private fields: Fields;
  private readonly listening: Listening;
  private readonly unlisten: () => void;
  private readonly saving: number;

  constructor(
    private readonly step: TrialStep,
    private readonly around: Surroundings,
    next: () => void,
  ) {
    const place = step.training ? words.practice(step.number, step.of) : words.trial(step.number, step.of);
    const sideBySide = SIDE_BY_SIDE.has(step.paradigm);
    const title = step.instruction ?? (sideBySide ? step.question : null);
    this.heading = title ?? place;
    if (title) this.above = place;
    this.fields = new Fields(fieldsOf(step), around);
    const under = el('div', { class: 'questions' }, ...this.groups());
    this.listening = new Listening(
      step.clips,
      { medium: step.medium, listen: step.listen, loops: COMPARING.has(step.paradigm) },
      around,
      (player) => {
        if (sideBySide) this.raise(player, under);
      },
    );
    this.element = el('div', { class: `trial ${step.paradigm} ${step.medium}` }, this.listening.element, under, keyHelp(this.keys()));
    this.unlisten = listen({
      play: () => void this.listening.player?.toggle(),
      digit: (digit) => this.digit(digit),
      letter: (letter) => this.letter(letter),
      next,
    });
    this.saving = window.setInterval(() => this.listening.player?.engine.playing && around.keep(this.fields.values()), 2000);
  }

  get log(): Listening['log'] {
    return this.listening.log;
  }

  missing(): ReturnType<View['missing']> {
    const { player } = this.listening;
    if (!player) return { words: words.clipsLoading(0), focus: () => undefined };
    const unheard = player.unheard();
    if (unheard.length > 0) {
      const focus = (): void => player.element.querySelector<HTMLElement>('.play')?.focus();
      return { words: words.listenFirst(player.single ? [] : unheard), focus };
    }
    return this.fields.missing();
  }

  answer(): unknown {
    this.listening.player?.engine.pause();
    return { values: this.fields.values() };
  }

  refuse(refusals: Parameters<Fields['refuse']>[0]): void {
    this.fields.refuse(refusals);
  }

  close(): void {
    window.clearInterval(this.saving);
    this.unlisten();
    this.listening.close();
  }

  private raise(player: Player, under: HTMLElement): void {
    const made = board(this.step, player);
    this.fields = new Fields(made.fields, this.around);
    under.replaceChildren(made.element);
  }

  /** The fields in their order; feelings stand together under the question that is asked of them all. */
  private groups(): HTMLElement[] {
    const isFeeling = ({ key }: Field): boolean => this.step.gems?.items.some((item) => item.key === key) ?? false;
    const feelings = this.fields.all.filter(isFeeling);
    const others = this.fields.all.filter((field) => !isFeeling(field)).map(({ element }) => element);
    if (feelings.length === 0) return others;
    const together = el('section', { class: 'gems' }, el('h2', {}, this.step.gems?.question ?? ''), ...feelings.map(({ element }) => element));
    return [...others, together];
  }

  private digit(digit: number): boolean {
    const { player } = this.listening;
    return COMPARING.has(this.step.paradigm) ? (player?.playAt(digit - 1) ?? false) : this.fields.digit(digit);
  }

  private letter(letter: string): boolean {
    const index = this.step.clips.findIndex((clip) => nameOf(clip).startsWith(letter));
    return index >= 0 && (this.listening.player?.playAt(index) ?? false);
  }

  private keys(): [string, string][] {
    const many = this.step.clips.length;
    return [
      [words.keySpace, words.keysPlay],
      COMPARING.has(this.step.paradigm) ? [`1–${Math.min(9, many)}`, words.keysClip] : ['1–9', words.keysAnswer],
      [words.keyArrows, words.keysMove],
      [words.keyEnter, words.keysNext],
    ];
  }
}
