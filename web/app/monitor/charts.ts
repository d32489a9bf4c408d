/** Small drawings: ink on paper, words beside the marks, as wide as there is room. What they show stands in a table as well. */

import { count, seconds } from './words';

const NS = 'http://www.w3.org/2000/svg';
const HEIGHT = 168;
const BOTTOM = 24;
const TOP = 20;

type Given = Record<string, string | number>;

export function svg(tag: string, given: Given = {}, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** A drawing that is drawn anew when its place becomes wider or narrower; its height stays, so nothing below it moves. */
export function drawing(label: string, height: number, draw: (width: number) => (Node | string)[]): HTMLElement {
  const place = document.createElement('div');
  place.className = 'chart';
  place.style.blockSize = `${height}px`;
  let last = 0;
  const again = (): void => {
    const width = Math.floor(place.clientWidth);
    if (width === 0 || width === last) return;
    last = width;
    place.replaceChildren(svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label }, ...draw(width)));
  };
  new ResizeObserver(again).observe(place);
  return place;
}

const text = (x: number, y: number, words: string, given: Given = {}): SVGElement => svg('text', { x, y, ...given }, words);

/** Numbers that are good to read, up to the first at or above the most. */
function ticks(most: number): number[] {
  const rough = Math.max(most, 1) / 2;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  return [0, step, 2 * step].filter((tick, i, all) => i === 0 || all[i - 1] < most);
}

export interface Column {
  /** below the axis, where there is room */
  name: string;
  all: number;
  /** the filled part */
  part?: number;
}

/** Columns over time; the filled part of each is what matters, the outline is all. */
export function columns(label: string, all: Column[]): HTMLElement {
  return drawing(label, HEIGHT, (width) => {
    const most = Math.max(1, ...all.map((one) => one.all));
    const axis = ticks(most);
    const top = Math.max(most, axis[axis.length - 1]);
    const left = 12 + 8 * count(top).length;
    const floor = HEIGHT - BOTTOM;
    const y = (value: number): number => floor - ((floor - TOP) * value) / top;
    const each = (width - left) / all.length;
    const thick = Math.max(1, Math.min(40, each * 0.7));
    const marks: Node[] = axis.flatMap((tick) => [
      svg('line', { class: 'grid', x1: left, x2: width, y1: y(tick), y2: y(tick) }),
      text(left - 6, y(tick) + 4, count(tick), { class: 'end' }),
    ]);
    let free = left;
    all.forEach((one, i) => {
      const x = left + i * each + (each - thick) / 2;
      if (one.all > 0) {
        marks.push(svg('rect', { class: one.part === undefined ? 'full' : 'hollow', x, y: y(one.all), width: thick, height: floor - y(one.all) }));
      }
      if (one.part) marks.push(svg('rect', { class: 'full', x, y: y(one.part), width: thick, height: floor - y(one.part) }));
      const wide = 7.5 * one.name.length;
      const from = Math.min(x, width - wide);
      if (one.name && from >= free) {
        marks.push(text(from, HEIGHT - 6, one.name));
        free = from + wide + 12;
      }
    });
    return marks;
  });
}

export interface Stop {
  name: string;
  here: number;
  left: number;
}

/** How many are still there at each step; the steps where most leave are named. */
export function survival(label: string, steps: Stop[]): HTMLElement {
  return drawing(label, HEIGHT, (width) => {
    const most = Math.max(1, ...steps.map((one) => one.here));
    const axis = ticks(most);
    const top = Math.max(most, axis[axis.length - 1]);
    const left = 12 + 8 * count(top).length;
    const floor = HEIGHT - BOTTOM;
    const y = (value: number): number => floor - ((floor - TOP) * value) / top;
    const each = (width - left) / steps.length;
    const marks: Node[] = axis.flatMap((tick) => [
      svg('line', { class: 'grid', x1: left, x2: width, y1: y(tick), y2: y(tick) }),
      text(left - 6, y(tick) + 4, count(tick), { class: 'end' }),
    ]);
    const path = steps.map((one, i) => `${i === 0 ? 'M' : 'L'}${left + i * each} ${y(one.here)}h${each}`).join('');
    marks.push(svg('path', { class: 'under', d: `${path}V${floor}H${left}Z` }), svg('path', { class: 'line', d: path }));
    const worst = [...steps.keys()].filter((i) => steps[i].left > 0).sort((a, b) => steps[b].left - steps[a].left).slice(0, width > 560 ? 3 : 1);
    const taken: [number, number][] = [];
    for (const i of worst) {
      const words = `${count(steps[i].left)} left: ${steps[i].name}`;
      const wide = 7.2 * words.length;
      const x = Math.max(left + 6, Math.min(left + i * each, width - wide));
      if (taken.some(([from, to]) => x < to + 12 && x + wide > from - 12)) continue;
      taken.push([x, x + wide]);
      const mark = left + (i + 0.5) * each;
      marks.push(svg('line', { class: 'lead', x1: mark, x2: mark, y1: floor, y2: floor - 22 }), text(Math.max(left + 6, Math.min(x, width - wide)), floor - 28, words, { class: 'strong over' }));
    }
    marks.push(text(left, HEIGHT - 6, steps[0].name), text(width, HEIGHT - 6, steps[steps.length - 1].name, { class: 'end' }));
    return marks;
  });
}

export interface Spread {
  name: string;
  lower: number;
  median: number;
  upper: number;
}

/** A dot at the median and a line from quartile to quartile for each page. */
export function spreads(label: string, all: Spread[]): HTMLElement {
  return drawing(label, HEIGHT, (width) => {
    // a pause of an hour must not flatten the rest
    const sorted = all.map((one) => one.upper).sort((a, b) => a - b);
    const most = Math.max(1, Math.min(sorted[sorted.length - 1], 4 * sorted[Math.floor((sorted.length - 1) / 2)]));
    const axis = ticks(most);
    const top = Math.max(most, axis[axis.length - 1]);
    const left = 64;
    const floor = HEIGHT - BOTTOM;
    const y = (value: number): number => floor - ((floor - TOP) * Math.min(value, top)) / top;
    const each = (width - left) / all.length;
    const marks: Node[] = axis.flatMap((tick) => [
      svg('line', { class: 'grid', x1: left, x2: width, y1: y(tick), y2: y(tick) }),
      text(left - 6, y(tick) + 4, seconds(tick), { class: 'end' }),
    ]);
    all.forEach((one, i) => {
      const x = left + (i + 0.5) * each;
      marks.push(
        svg('line', { class: one.upper > top ? 'range cut' : 'range', x1: x, x2: x, y1: y(one.lower), y2: y(one.upper) }),
        svg('circle', { class: 'full', cx: x, cy: y(one.median), r: Math.max(1.5, Math.min(4, each / 3)) }),
      );
    });
    marks.push(text(left, HEIGHT - 6, all[0].name));
    if (all.length > 1) marks.push(text(width, HEIGHT - 6, all[all.length - 1].name, { class: 'end' }));
    return marks;
  });
}
