import { getJson, inlined, Problem, queue, tell, type Sample, type Told } from '../api';
import { remember } from '../recent';
import { el, find } from '../ui/dom';
import { upper } from '../words';

let known: Promise<Sample[]> | null = null;

/** The shipped samples; asked once a page unless the server wrote them into it. */
export function samples(): Promise<Sample[]> {
  const written = inlined<{ samples?: Sample[] } | Sample[]>();
  const list = Array.isArray(written) ? written : written?.samples;
  known ??= list ? Promise.resolve(list) : getJson<Sample[]>('/api/samples');
  return known;
}

/** Fills the row of samples; a tap starts one. */
export async function showSamples(fail: (told: Told) => void): Promise<void> {
  const place = find<HTMLUListElement>('.sample-list');
  const list = (await samples().catch(() => [])).slice(0, 4);
  if (list.length === 0) {
    place.replaceChildren(
      el('li', { class: 'sample-none soft' }, 'This server carries no samples. A video or a sound of your own works just as well.'),
    );
    return;
  }
  place.replaceChildren(...list.map((sample) => el('li', {}, tile(sample, fail))));
}

function tile(sample: Sample, fail: (told: Told) => void): HTMLButtonElement {
  const verb = sample.direction === 'video-to-sound' ? 'Hear' : 'See';
  const performer = sample.performer ?? sample.title;
  const about = [verb === 'Hear' ? 'video' : 'sound', sample.intention?.toLowerCase()].filter(Boolean).join(', ');
  const made = el(
    'button',
    { type: 'button', class: 'sample', title: sample.title },
    el(
      'span',
      { class: 'still' },
      sample.poster ? el('img', { src: sample.poster, alt: '', width: 256, height: 256, decoding: 'async' }) : null,
    ),
    el(
      'span',
      {},
      el('span', { class: 'way', 'data-direction': sample.direction }),
      el('span', { class: 'verb' }, `${verb} a ${performerName(performer).toLowerCase()}`),
      el('span', { class: 'manner' }, about),
    ),
  );
  made.addEventListener('click', () => void start(sample, made, fail));
  return made;
}

/** Samples may carry an instrument's code or its name. */
export function performerName(performer: string): string {
  const codes: Record<string, string> = { vn: 'Violin', vc: 'Cello', vib: 'Vibra\u00adphone', pno: 'Piano' };
  return codes[performer.toLowerCase()] ?? upper(performer.toLowerCase()).replace('Vibraphone', codes.vib);
}

async function start(sample: Sample, tapped: HTMLButtonElement, fail: (told: Told) => void): Promise<void> {
  if (tapped.getAttribute('aria-busy') === 'true') return;
  tapped.setAttribute('aria-busy', 'true');
  try {
    const form = new FormData();
    form.append('sample', sample.id);
    form.append('direction', sample.direction);
    const page = await queue('/api/translations', form);
    const id = page.split('/').pop();
    if (!id) throw new Problem({ title: 'The server named no result' });
    remember({ id, direction: sample.direction, title: sample.title, at: new Date().toISOString(), status: 'queued' });
    location.assign(page);
  } catch (cause) {
    fail(tell(cause));
  } finally {
    tapped.removeAttribute('aria-busy');
  }
}
