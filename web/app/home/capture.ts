import { openDialog } from '../ui/dialog';
import { button, el } from '../ui/dom';

/** Takes a video, a sound or a picture from this device's camera and microphone. */

export type Capture = 'video' | 'sound' | 'picture';

const MOST_SECONDS = 45;

export function canCapture(what: Capture): boolean {
  const devices = typeof navigator.mediaDevices?.getUserMedia === 'function';
  return devices && (what === 'picture' || typeof MediaRecorder === 'function');
}

const TYPES: Record<'video' | 'sound', string[]> = {
  video: ['video/mp4;codecs=avc1,mp4a.40.2', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'],
  sound: ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/webm', 'audio/mp4'],
};

function words(what: Capture): { title: string; hint: string; device: string } {
  if (what === 'sound') return { title: 'Record a sound', hint: 'One instrument, close by, works best.', device: 'microphone' };
  if (what === 'video') {
    return { title: 'Film someone playing', hint: 'Hands and instrument should fill the picture.', device: 'camera' };
  }
  return { title: 'Take a picture', hint: 'The player with the instrument, as the video should begin.', device: 'camera' };
}

/** Why the device did not give anything, and what to do about it. */
export function refusal(cause: unknown, device: string): string {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return `This browser was not allowed to use the ${device}. Allow it in the site settings beside the address, then try again.`;
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return `No ${device} was found. Connect one, or choose a file instead.`;
  }
  if (name === 'NotReadableError') {
    return `Another program is using the ${device}. Close it, then try again.`;
  }
  return `The ${device} did not start. Choose a file instead.`;
}

/** Asks for the device; a camera without a microphone still films. */
async function open(what: Capture): Promise<MediaStream> {
  if (what === 'sound') {
    const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    return navigator.mediaDevices.getUserMedia({ audio });
  }
  const video = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  if (what === 'picture') return navigator.mediaDevices.getUserMedia({ video });
  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio: true });
  } catch {
    return navigator.mediaDevices.getUserMedia({ video });
  }
}

/** Opens the capture dialog; answers the file, or null when it was closed without one. */
export async function capture(what: Capture): Promise<File | null> {
  const text = words(what);
  const status = el('p', { role: 'status' }, `Asking for the ${text.device}…`);
  const screen = el('div', {});
  const controls = el('div', { class: 'row' });
  const dialog = openDialog(text.title, el('p', { class: 'soft' }, text.hint), screen, status, controls);
  dialog.classList.add('capture');
  const session = new Session(what, dialog, screen, status, controls);
  return session.run(text.device);
}

class Session {
  private stream: MediaStream | null = null;
  private stopMeter: () => void = () => undefined;
  private taken: File | null = null;

  constructor(
    private readonly what: Capture,
    private readonly dialog: HTMLDialogElement,
    private readonly screen: HTMLElement,
    private readonly status: HTMLElement,
    private readonly controls: HTMLElement,
  ) {}

  run(device: string): Promise<File | null> {
    const closed = new Promise<File | null>((resolve) => {
      this.dialog.addEventListener('close', () => {
        this.release();
        resolve(this.taken);
      });
    });
    void this.begin(device);
    return closed;
  }

  private async begin(device: string): Promise<void> {
    this.controls.replaceChildren(this.closeButton());
    try {
      this.stream = await open(this.what);
    } catch (cause) {
      this.status.textContent = refusal(cause, device);
      this.controls.replaceChildren(button('Try again', () => void this.begin(device), 'main'), this.closeButton());
      return;
    }
    if (!this.dialog.open) return this.release();
    this.show(this.stream);
    this.status.textContent = 'Ready.';
    const act = this.what === 'picture' ? button('Take it', () => void this.snap(), 'main') : button('Start', () => this.record(), 'main');
    this.controls.replaceChildren(act, this.closeButton());
    act.focus();
  }

  private show(stream: MediaStream): void {
    if (this.what === 'sound') {
      const canvas = el('canvas', { role: 'img', 'aria-label': 'Level of the microphone' });
      this.screen.replaceChildren(canvas);
      this.stopMeter = meter(stream, canvas);
      return;
    }
    const video = el('video', { playsinline: true, autoplay: true });
    video.muted = true;
    video.srcObject = stream;
    this.screen.replaceChildren(video);
  }

  private record(): void {
    if (!this.stream) return;
    const kind = this.what === 'sound' ? 'sound' : 'video';
    const mimeType = TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(this.stream, mimeType ? { mimeType } : {});
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
    recorder.addEventListener('stop', () => this.finish(parts, recorder.mimeType || mimeType || ''));
    recorder.start(500);
    const begun = performance.now();
    const clock = el('span', { class: 'clock' }, '0.0 s');
    const ticking = window.setInterval(() => {
      const seconds = (performance.now() - begun) / 1000;
      clock.textContent = `${seconds.toFixed(1)} s`;
      if (seconds >= MOST_SECONDS) stop.click();
    }, 100);
    const stop = button(
      'Stop',
      () => {
        window.clearInterval(ticking);
        if (recorder.state !== 'inactive') recorder.stop();
      },
      'main',
    );
    this.dialog.addEventListener('close', () => window.clearInterval(ticking));
    this.status.textContent = `Recording, at most ${MOST_SECONDS} seconds.`;
    this.controls.replaceChildren(stop, clock);
    stop.focus();
  }

  private finish(parts: Blob[], type: string): void {
    if (parts.every((part) => part.size === 0)) {
      this.status.textContent = 'Nothing was recorded yet. Let it run for a second or two.';
      const again = button('Start', () => this.record(), 'main');
      this.controls.replaceChildren(again, this.closeButton());
      again.focus();
      return;
    }
    const ending = type.includes('mp4') ? (this.what === 'sound' ? 'm4a' : 'mp4') : type.includes('ogg') ? 'ogg' : 'webm';
    const plain = type.split(';')[0];
    const name = this.what === 'sound' ? `recording.${ending}` : `film.${ending}`;
    this.taken = new File(parts, name, { type: plain });
    this.dialog.close();
  }

  private async snap(): Promise<void> {
    const video = this.screen.querySelector('video');
    if (!video || video.videoWidth === 0) return;
    const canvas = el('canvas', { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
    if (blob) this.taken = new File([blob], 'picture.jpg', { type: 'image/jpeg' });
    this.dialog.close();
  }

  private closeButton(): HTMLButtonElement {
    return button('Close', () => this.dialog.close());
  }

  private release(): void {
    this.stopMeter();
    this.stream?.getTracks().forEach((track) => track.stop());
  }
}

/** Draws the level of a stream until told to stop. */
function meter(stream: MediaStream, canvas: HTMLCanvasElement): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const pen = canvas.getContext('2d');
  const colour = getComputedStyle(canvas).getPropertyValue('--sound');
  const levels: number[] = [];
  let frame = 0;
  const draw = (): void => {
    frame = requestAnimationFrame(draw);
    analyser.getFloatTimeDomainData(samples);
    levels.push(Math.min(1, Math.max(...samples.map(Math.abs))));
    canvas.width = canvas.clientWidth;
    canvas.height = canvas.clientHeight;
    const shown = levels.slice(-Math.floor(canvas.width / 3));
    if (!pen) return;
    pen.fillStyle = colour;
    shown.forEach((level, i) => {
      const height = Math.max(2, level * canvas.height);
      pen.fillRect(i * 3, (canvas.height - height) / 2, 2, height);
    });
  };
  draw();
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}
