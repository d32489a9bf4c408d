/** Loudness of a decoded sound after ITU-R BS.1770-4: K-weighting, 400 ms blocks, both gates; for volume matching. */
export async function loudnessOf(buffer: AudioBuffer): Promise<number | null> {
  const context = new OfflineAudioContext(buffer.numberOfChannels, buffer.length, buffer.sampleRate);
  const source = new AudioBufferSourceNode(context, { buffer });
  // the two stages of the K curve, as the biquads nearest to the standard's coefficients
  const shelf = new BiquadFilterNode(context, { type: 'highshelf', frequency: 1500, gain: 4 });
  const low = new BiquadFilterNode(context, { type: 'highpass', frequency: 38, Q: -6 });
  source.connect(shelf).connect(low).connect(context.destination);
  source.start();
  const weighted = await context.startRendering();
  return gated(blocksOf(weighted));
}

function blocksOf(buffer: AudioBuffer): number[] {
  const hop = Math.round(buffer.sampleRate / 10);
  const hops = Math.floor(buffer.length / hop);
  const energy = new Float64Array(hops);
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < hops * hop; i++) energy[Math.floor(i / hop)] += samples[i] * samples[i];
  }
  const blocks: number[] = [];
  for (let i = 0; i + 3 < hops; i++) {
    blocks.push((energy[i] + energy[i + 1] + energy[i + 2] + energy[i + 3]) / (4 * hop));
  }
  return blocks;
}

const level = (meanSquare: number): number => -0.691 + 10 * Math.log10(meanSquare);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function gated(blocks: number[]): number | null {
  const audible = blocks.filter((block) => block > 0 && level(block) > -70);
  if (audible.length === 0) return null;
  const threshold = level(mean(audible)) - 10;
  const kept = audible.filter((block) => level(block) > threshold);
  return level(mean(kept));
}

/** Gains in decibels that bring every sound down to the quietest one, at most 30 dB. */
export function matched(loudnesses: (number | null)[]): number[] {
  const known = loudnesses.filter((value): value is number => value !== null);
  if (known.length < 2) return loudnesses.map(() => 0);
  const quietest = Math.min(...known);
  return loudnesses.map((value) => (value === null ? 0 : Math.max(-30, quietest - value)));
}
