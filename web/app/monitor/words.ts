/** Numbers and times in words. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const COUNT = new Intl.NumberFormat('en-GB');

export const day = (at: string): string => DAY.format(new Date(at));
export const time = (at: string): string => TIME.format(new Date(at));
export const moment = (at: string): string => MOMENT.format(new Date(at));
export const count = (number: number): string => COUNT.format(number);

/** Seconds as people say them: 0.8 s, 12 s, 3 min. */
export function seconds(number: number): string {
  if (number < 9.95) return `${Number(number.toFixed(1))} s`;
  if (number < 99.5) return `${Math.round(number)} s`;
  if (number < 5400) return `${Math.round(number / 60)} min`;
  return `${Math.round(number / 3600)} h`;
}

export const share = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
