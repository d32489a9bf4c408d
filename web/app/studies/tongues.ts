/** What becomes of all words of a document when its languages change. */

import { isText, type Schema, type Schemas } from './schema';
import { isBlock, listOf, textOf, type Block, type Value } from './types';

/** Puts new languages into a document; answers how many translations that would throw away, unless it is told to. */
export function speak(schemas: Schemas, tree: Block, languages: string[], lose: boolean): number {
  const before = listOf(tree.languages).map(textOf);
  const first = before[0] ?? 'en';
  const gone = before.filter((one) => !languages.includes(one));
  let lost = 0;
  const texts: { holder: Block | Value[]; key: string | number; value: Value }[] = [];
  walk(schemas, schemas.root, tree, (holder, key, value) => texts.push({ holder, key, value }));
  for (const { value } of texts) {
    if (isBlock(value)) lost += gone.filter((one) => textOf(value[one]) !== '').length;
    else if (gone.includes(first) && textOf(value) !== '') lost++;
  }
  if (lost > 0 && !lose) return lost;
  for (const { holder, key, value } of texts) {
    const words: Block = isBlock(value) ? value : { [first]: value };
    for (const one of gone) delete words[one];
    const made: Value = languages.length > 1 ? words : (words[languages[0] ?? first] ?? '');
    if (Array.isArray(holder)) holder[key as number] = made;
    else holder[key as string] = made;
  }
  tree.languages = languages;
  return 0;
}

type Visit = (holder: Block | Value[], key: string | number, value: Value) => void;

function walk(schemas: Schemas, given: Schema, value: Value, visit: Visit): void {
  const resolved = schemas.resolve(given);
  const schema = resolved.oneOf ? schemas.kindOf(resolved, value) : resolved;
  const child = (holder: Block | Value[], key: string | number, of: Schema, one: Value): void => {
    if (isText(of)) visit(holder, key, one);
    else walk(schemas, of, one, visit);
  };
  if (schema?.items && Array.isArray(value)) {
    const items = schema.items;
    value.forEach((one, i) => child(value, i, items, one));
  } else if (isBlock(value)) {
    const others = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    for (const [key, one] of Object.entries(value)) {
      const of = schema?.properties?.[key] ?? others;
      if (of) child(value, key, of, one);
    }
  }
}
