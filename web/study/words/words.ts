import { ar } from './ar';
import { de } from './de';
import { en, type Words } from './en';
import { es } from './es';
import { fr } from './fr';

const known: Record<string, Words> = { en, ar, de, es, fr };

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The languages in which these pages have words of their own. */
export const spoken = Object.keys(known);

/** The words of the language that is spoken now. */
export let words: Words = en;

/** Sets the language of the page. Where we have no words in it our own are English, which the study's do not mind. */
export function speakNow(language: string): void {
  const base = language.split('-')[0] ?? '';
  words = known[base] ?? en;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr';
}

/** The language of a study that this visitor is likely to read best. */
export function preferred(offered: string[], wanted: readonly string[] = navigator.languages): string {
  for (const want of wanted) {
    const found = offered.find((one) => one === want) ?? offered.find((one) => one.split('-')[0] === want.split('-')[0]);
    if (found) return found;
  }
  return offered[0] ?? 'en';
}

/** A language by the name it gives itself. */
export function ownName(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
