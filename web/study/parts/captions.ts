import { button, el } from '../../app/ui/dom';
import { words } from '../words/words';

interface Cue {
  /** seconds into the clip */
  from: number;
  to: number;
  text: string;
}

const TIME = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
const CHOICE = 'antiphon-study-captions';

/** The words of a clip for those who do not hear them: as captions where they have times, otherwise to be unfolded. */
export class Captions {
  readonly element: HTMLElement;
  private readonly line = el('p', { class: 'caption' });
  private readonly cues: Cue[];

  /** @param text plain text, or a document of WebVTT */
  constructor(text: string) {
    this.cues = cuesOf(text);
    this.element = this.cues.length > 0 ? this.timed() : folded(text);
  }

  /** Shows what is said at this place of the clip, in seconds. */
  at(seconds: number): void {
    const now = this.cues.filter(({ from, to }) => from <= seconds && seconds < to).map(({ text }) => text);
    const text = now.join('\n');
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  private timed(): HTMLElement {
    const show = (on: boolean): void => {
      toggle.setAttribute('aria-pressed', String(on));
      this.line.hidden = !on;
    };
    const toggle = button(words.captions, () => {
      const on = this.line.hidden;
      keep(on);
      show(on);
    });
    show(wanted());
    return el('div', { class: 'captions' }, this.line, el('div', { class: 'row' }, toggle));
  }
}

function folded(text: string): HTMLElement {
  return el('details', { class: 'folded captions' }, el('summary', {}, words.wordsHeard), el('p', { class: 'broken' }, text.trim()));
}

/** The cues of a document of WebVTT, without their markup; none if it is none. */
export function cuesOf(text: string): Cue[] {
  if (!text.startsWith('WEBVTT')) return [];
  return text.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const lines = block.split(/\r?\n/);
    const at = lines.findIndex((line) => line.includes('-->'));
    const [from, to] = (lines[at] ?? '').split('-->').map(secondsOf);
    const said = lines.slice(at + 1).join('\n').replace(/<[^>]*>/g, '').trim();
    return at < 0 || from === undefined || to === undefined || said === '' ? [] : [{ from, to, text: said }];
  });
}

function secondsOf(time: string): number | undefined {
  const parts = TIME.exec(time);
  if (!parts) return undefined;
  const [, hours, minutes, seconds, thousandths] = parts;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

/** Captions are on until somebody switches them off. */
function wanted(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== 'off';
  } catch {
    return true;
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(CHOICE, on ? 'on' : 'off');
  } catch {
    // it holds for this page
  }
}
