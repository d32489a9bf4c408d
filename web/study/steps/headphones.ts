import { button, el } from '../../app/ui/dom';
import type { Clip, HeadphonesStep } from '../api';
import { listen } from '../parts/keymap';
import { radios } from '../parts/radios';
import { ClipFailed } from '../sound/clips';
import { destination, openOutput } from '../sound/output';
import { words } from '../words/words';
import { Fields } from './fields';
import type { Surroundings, View } from './view';

/** Silence between two of the three sounds, in seconds. */
const GAP = 0.5;

/** The sounds of a question, as clips that are fetched like all others. */
export const soundsOf = ({ sounds }: HeadphonesStep): Clip[] => sounds.map((url, i) => ({ slot: String(i), role: 'judged', url, seconds: 1 }));

/** A question of a headphone test: three sounds in a row, one of them is another (Milne et al. 2021; Woods et al. 2017). */
export function headphones(step: HeadphonesStep, around: Surroundings, next: () => void): View {
  const lamps = [1, 2, 3].map((number) => el('span', { class: 'lamp' }, String(number)));
  const told = el('p', { class: 'small', role: 'status' });
  const play = button(words.playThree, () => void playAll(), 'main play');
  const choices = [1, 2, 3].map((number) => ({ value: String(number), label: String(number), spoken: words.sound(number) }));
  const question = step.method === 'huggins' ? words.huggins : words.antiphase;
  const fields = new Fields([radios({ key: 'sound', question, look: 'row', choices, numeric: true })], around);
  const element = el(
    'div',
    { class: 'headphones' },
    el('p', {}, words.headphonesDetail),
    el('div', { class: 'lamps', 'aria-hidden': 'true' }, ...lamps),
    el('div', { class: 'row' }, play),
    told,
    el('div', { class: 'questions' }, ...fields.all.map((field) => field.element)),
  );
  let sounds: AudioBuffer[] = [];
  let nodes: AudioBufferSourceNode[] = [];
  let timers: number[] = [];
  let heard = false;
  /** whether they are to be played as soon as they are here */
  let wanted = false;
  let loading = false;
  let closed = false;

  function silence(): void {
    for (const node of nodes) node.stop();
    for (const timer of timers) window.clearTimeout(timer);
    nodes = [];
    timers = [];
    for (const lamp of lamps) lamp.classList.remove('on');
  }

  async function load(): Promise<void> {
    loading = true;
    told.textContent = words.clipsLoading(0);
    try {
      sounds = (await around.clips.all(soundsOf(step), () => undefined)).map(({ buffer }) => buffer);
      told.textContent = '';
      play.textContent = words.playThree;
    } catch (cause) {
      if (closed) return;
      if (cause instanceof ClipFailed && cause.why === 'gone') around.refresh();
      told.textContent = words.clipsFailed;
      play.textContent = words.tryAgain;
    }
    loading = false;
    if (wanted && sounds.length > 0 && !closed) void playAll();
  }

  async function playAll(): Promise<void> {
    // the press opens the way for sound, also where the sounds are still on their way
    const context = await openOutput();
    wanted = sounds.length === 0;
    if (wanted) return loading ? undefined : load();
    if (!context) {
      told.textContent = words.noSound;
      return;
    }
    told.textContent = '';
    silence();
    let at = context.currentTime + 0.05;
    sounds.forEach((buffer, i) => {
      const node = new AudioBufferSourceNode(context, { buffer });
      node.connect(destination());
      node.start(at);
      nodes.push(node);
      const wait = (at - context.currentTime) * 1000;
      timers.push(
        window.setTimeout(() => lamps.forEach((lamp, other) => lamp.classList.toggle('on', other === i)), wait),
        window.setTimeout(() => lamps[i]?.classList.remove('on'), wait + buffer.duration * 1000),
      );
      at += buffer.duration + GAP;
    });
    timers.push(window.setTimeout(() => (heard = true), (at - GAP - context.currentTime) * 1000));
  }

  const unlisten = listen({ play: () => void playAll(), digit: (digit) => fields.digit(digit), next });
  void load();
  return {
    heading: words.headphonesTitle,
    above: [words.question(step.number, step.of), step.attempts > 1 ? words.attempt(step.attempt, step.attempts) : ''].filter(Boolean).join(' · '),
    element,
    next: words.next,
    missing: () => (heard ? fields.missing() : { words: words.listenFirst([]), focus: () => play.focus() }),
    answer: () => ({ sound: Number(fields.values().sound) }),
    refuse: (refusals) => fields.refuse(refusals),
    close: () => {
      closed = true;
      unlisten();
      silence();
    },
  };
}
