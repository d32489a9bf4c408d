import { button, el } from '../../app/ui/dom';
import type { Clip, HeadphonesStep } from '../api';
import { listen } from '../parts/keymap';
import { radios } from '../parts/radios';
import { destination, openOutput } from '../sound/output';
import { words } from '../words/words';
import type { Surroundings, View } from './view';

/** Silence between two of the three sounds, in seconds. */
const GAP = 0.5;

/** A headphone test: one question after another, each of three sounds in a row (Milne et al. 2021; Woods et al. 2017). */
export function headphones(step: HeadphonesStep, around: Surroundings, next: () => void): View {
  const chosen: number[] = [];
  const place = el('p', { class: 'soft', role: 'status' });
  const lamps = [1, 2, 3].map((number) => el('span', { class: 'lamp' }, String(number)));
  const told = el('p', { class: 'small', role: 'status' });
  const play = button(words.playThree, () => void playAll(), 'main play');
  const asking = el('div', { class: 'questions' });
  const element = el('div', { class: 'headphones' }, el('p', {}, words.headphonesDetail), place, el('div', { class: 'lamps', 'aria-hidden': 'true' }, ...lamps), el('div', { class: 'row' }, play), told, asking);
  let sounds: AudioBuffer[] = [];
  let nodes: AudioBufferSourceNode[] = [];
  let timers: number[] = [];
  let heard = false;
  /** whether they are to be played as soon as they are here */
  let wanted = false;
  let loading = false;
  let field = questionField();

  function questionField(): ReturnType<typeof radios> {
    const choices = [1, 2, 3].map((number) => ({ value: String(number), label: String(number), spoken: words.sound(number) }));
    return radios({ key: 'sound', question: step.method === 'huggins' ? words.huggins : words.antiphase, look: 'row', choices, numeric: true });
  }

  function silence(): void {
    for (const node of nodes) node.stop();
    for (const timer of timers) window.clearTimeout(timer);
    nodes = [];
    timers = [];
    for (const lamp of lamps) lamp.classList.remove('on');
  }

  async function show(): Promise<void> {
    silence();
    heard = false;
    wanted = false;
    field = questionField();
    asking.replaceChildren(field.element);
    place.textContent = [words.question(chosen.length + 1, step.questions.length), step.attempts > 1 ? words.attempt(step.attempt, step.attempts) : '']
      .filter(Boolean)
      .join(' · ');
    await load();
  }

  async function load(): Promise<void> {
    sounds = [];
    loading = true;
    told.textContent = words.clipsLoading(0);
    const clips: Clip[] = (step.questions[chosen.length]?.sounds ?? []).map((url, i) => ({ slot: String(i), role: 'judged', url, seconds: 1 }));
    try {
      const here = await around.clips.all(clips, () => undefined);
      sounds = here.map(({ buffer }) => buffer);
      told.textContent = '';
      play.textContent = words.playThree;
    } catch {
      told.textContent = words.clipsFailed;
      play.textContent = words.tryAgain;
    }
    loading = false;
    if (wanted && sounds.length > 0) void playAll();
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

  const unlisten = listen({ play: () => void playAll(), digit: (digit) => field.digit?.(digit) ?? false, next });
  void show();
  return {
    heading: words.headphonesTitle,
    element,
    next: words.next,
    missing: () => {
      if (!heard) return { words: words.listenFirst([]), focus: () => play.focus() };
      return field.value() === undefined ? { words: words.open(1), focus: () => field.focus() } : null;
    },
    // each question is a page of its own
    advance: () => {
      chosen.push(Number(field.value()));
      if (chosen.length === step.questions.length) return false;
      void show().then(() => play.focus());
      return true;
    },
    answer: () => ({ sounds: chosen }),
    close: () => {
      unlisten();
      silence();
    },
  };
}
