import type { Direction, Told } from '../api';
import { bytes } from '../words';

/** What a chosen file is, and whether it is worth sending at all. */

export type Kind = 'video' | 'sound' | 'picture';

const VIDEO = ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi'];
const SOUND = ['wav', 'flac', 'mp3', 'ogg', 'oga', 'opus', 'm4a', 'weba'];
const PICTURE = ['jpg', 'jpeg', 'png', 'webp'];

/** The server's own limit where it does not tell another. */
export const MOST_BYTES = 150 * 2 ** 20;

export function kindOf(file: File): Kind | null {
  const ending = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  if (PICTURE.includes(ending) || file.type.startsWith('image/')) return 'picture';
  if (file.type.startsWith('audio/')) return 'sound';
  if (file.type.startsWith('video/')) return 'video';
  if (VIDEO.includes(ending)) return 'video';
  return SOUND.includes(ending) ? 'sound' : null;
}

/** What stands against sending this file, or null. */
export function objection(file: File, limit: number): Told | null {
  const name = file.name || 'The file';
  if (file.size === 0) {
    return {
      title: `${name} is empty`,
      detail: 'The file holds no bytes at all. Perhaps it is still being copied or downloaded.',
      remedy: 'Choose it again when it is complete.',
    };
  }
  if (kindOf(file) === null) {
    return {
      title: `${name} is neither video nor sound`,
      detail: 'Antiphon opens videos (mp4, mov, webm, mkv, avi) and sounds (wav, flac, mp3, ogg, m4a).',
      remedy: 'Choose a file of one of these kinds.',
    };
  }
  if (file.size > limit) {
    return {
      title: `${name} is too large`,
      detail: `It has ${bytes(file.size)}; at most ${bytes(limit)} can be sent.`,
      remedy: 'Cut it shorter, or save it with fewer pixels.',
    };
  }
  return null;
}

/** The way a file of this kind goes unless somebody chooses the other. */
export function usualDirection(kind: Kind): Direction {
  return kind === 'video' ? 'video-to-sound' : 'sound-to-video';
}
