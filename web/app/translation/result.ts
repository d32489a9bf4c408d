import { getJson, type Translation } from '../api';
import { pictureSize, Pictures, type PictureSize, type PictureSource } from '../player/pictures';
import { readMotion, readSpectrogram, type Motion, type Spectrogram } from '../player/binary';
import type { Lane } from '../player/lanes';
import { Player } from '../player/player';
import { decoded, type Source } from '../player/sounds';
import { contrast, spectrogramLane } from '../player/spectrogramlane';
import type { Track } from '../player/track';
import { loudnessLane, motionLane, noteLane, onsetLane, timeLane } from '../player/tracklanes';
import { el } from '../ui/dom';
import { moment, titleOf, trust } from '../words';
import { actions } from './actions';
import { about, measures } from './measures';
import { nameOf } from './page';

/** The result: the player first, then what the numbers say, then what can be done with it. */
export async function showResult(place: HTMLElement, translation: Translation): Promise<void> {
  const heading = el('h1', { tabindex: -1 }, nameOf(translation));
  const facts = [titleOf(translation.direction), moment(translation.createdAt)];
  const header = el(
    'header',
    { class: 'result-head' },
    heading,
    el('p', { class: 'soft' }, facts.filter((fact) => fact && fact !== heading.textContent).join(', ')),
  );
  const player = el('div', { class: 'player-place', 'aria-busy': 'true' }, el('p', { class: 'soft', role: 'status' }, 'Fetching picture and sound…'));
  const arrived = place.contains(document.activeElement) || place.querySelector('.waiting') !== null;
  place.replaceChildren(
    el('div', { class: 'result' }, header, player, measures(translation), actions(translation), about(translation)),
  );
  if (arrived) heading.focus();
  const parts = await gather(translation);
  player.replaceChildren(new Player({ ...parts, aside: words(translation) }).element);
  player.removeAttribute('aria-busy');
}

function words(translation: Translation): HTMLElement {
  const confidence = translation.confidence;
  if (confidence === null || confidence === undefined) return el('div', { class: 'trust' });
  const said = trust(confidence, translation.direction);
  const fill = el('i', {});
  fill.style.setProperty('--share', String(confidence));
  const percent = Math.round(confidence * 100);
  return el(
    'div',
    { class: 'trust' },
    el('h2', {}, said.title),
    el('p', {}, said.detail),
    el('div', { class: 'bar', role: 'img', 'aria-label': `Confidence ${percent} percent` }, fill),
    el('p', { class: 'small soft' }, `Confidence ${percent} %`),
  );
}

interface Gathered {
  length: number;
  pictures: Pictures;
  sounds: { source: Source; label: string; buffer: AudioBuffer }[];
  lanes: Lane[];
}

async function gather(translation: Translation): Promise<Gathered> {
  const { links, direction } = translation;
  const hearing = direction === 'video-to-sound';
  const answer = hearing ? (links.sound ?? links.video) : links.sound;
  const [original, answered, track, originalTrack, spectrogram, originalSpectrogram, motion, size, answerSize] = await Promise.all([
    links.original ? decoded(links.original) : null,
    answer ? decoded(answer) : null,
    optional(links.track, (address) => getJson<Track>(address)),
    optional(links.originalTrack, (address) => getJson<Track>(address)),
    optional(links.spectrogram, async (address) => readSpectrogram(await bytes(address))),
    optional(links.originalSpectrogram, async (address) => readSpectrogram(await bytes(address))),
    optional(links.motion, async (address) => readMotion(await bytes(address))),
    pictureSize(links.original),
    hearing ? null : pictureSize(links.video),
  ]);
  const sounds: Gathered['sounds'] = [];
  if (original) sounds.push({ source: 'original', label: hearing || answered ? 'Original' : 'The sound', buffer: original });
  if (answered) sounds.push({ source: 'translation', label: 'Translation', buffer: answered });
  const lengths = [track ? track.steps / track.rate : 0, ...sounds.map((sound) => sound.buffer.duration)];
  const length = translation.lengthSeconds ?? Math.max(0.04, ...lengths);
  return {
    length,
    pictures: new Pictures(await pictures(translation, motion, size, answerSize)),
    sounds,
    lanes: lanes(track, originalTrack, spectrogram, originalSpectrogram, length, hearing),
  };
}

async function optional<T>(address: string | null | undefined, get: (address: string) => Promise<T>): Promise<T | null> {
  if (!address) return null;
  return get(address).catch(() => null);
}

async function bytes(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.arrayBuffer();
}

/** The pictures to show; a file that this browser cannot play gives way to the server's own mp4. */
async function pictures(
  { links, direction }: Translation,
  motion: Motion | null,
  size: PictureSize | null,
  answerSize: PictureSize | null,
): Promise<PictureSource[]> {
  const sources: PictureSource[] = [];
  if (direction === 'video-to-sound') {
    const address = size ? links.original : links.video;
    const shown = size ?? (await pictureSize(links.video));
    if (address) sources.push({ label: 'Original', address, size: shown, motion });
    return sources;
  }
  if (size && links.original) sources.push({ label: 'Original', address: links.original, size });
  if (links.video) sources.push({ label: 'Translation', address: links.video, size: answerSize, motion });
  if (!size && links.poster) sources.push({ label: 'The picture it began with', address: links.poster, size: answerSize, still: true });
  return sources;
}

function lanes(
  track: Track | null,
  originalTrack: Track | null,
  spectrogram: Spectrogram | null,
  originalSpectrogram: Spectrogram | null,
  length: number,
  hearing: boolean,
): Lane[] {
  const made: Lane[] = [];
  if (track) {
    if (track.motion.some((value) => value > 0)) made.push(motionLane(track));
    made.push(noteLane(track, originalTrack, 'the original'), onsetLane(track, originalTrack), loudnessLane(track, originalTrack));
  }
  const seen = [spectrogram, originalSpectrogram].filter((one): one is Spectrogram => one !== null);
  const range = seen.length > 0 ? contrast(seen) : { low: 0, high: 255 };
  if (originalSpectrogram) made.push(spectrogramLane(hearing ? 'Original sound' : 'Sound', 'original', originalSpectrogram, range));
  if (spectrogram) made.push(spectrogramLane(originalSpectrogram ? 'Translated sound' : 'Sound', 'translation', spectrogram, range));
  made.push(timeLane(length));
  return made;
}
