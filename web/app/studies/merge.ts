/** Brings two edits of one document together: what only one side changed is taken, what both changed is asked about. */

import { isBlock, textOf, type Block, type Value } from './types';

/** A value that both sides changed; undefined means that it is not there. */
export interface Clash {
  path: string;
  mine: Value | undefined;
  theirs: Value | undefined;
}

export interface Merged {
  tree: Block;
  clashes: Clash[];
}

type Maybe = Value | undefined;

/** @param yield_ paths of clashes in which the other side is taken */
export function merge(base: Block, mine: Block, theirs: Block, yield_: Set<string> = new Set()): Merged {
  const clashes: Clash[] = [];

  const values = (was: Maybe, my: Maybe, their: Maybe, path: string): Maybe => {
    if (equal(my, their) || equal(their, was)) return my;
    if (equal(my, was)) return their;
    if (isBlock(my) && isBlock(their) && my.kind === their.kind) return blocks(isBlock(was) ? was : {}, my, their, path);
    if (named(my) && named(their)) return lists(named(was) ? was : [], my, their, path);
    clashes.push({ path, mine: my, theirs: their });
    return yield_.has(path) ? their : my;
  };

  const blocks = (was: Block, my: Block, their: Block, path: string): Block => {
    const made: Block = {};
    for (const key of new Set([...Object.keys(my), ...Object.keys(their)])) {
      const value = values(was[key], my[key], their[key], path === '' ? key : `${path}.${key}`);
      if (value !== undefined) made[key] = value;
    }
    return made;
  };

  const lists = (was: Block[], my: Block[], their: Block[], path: string): Block[] => {
    const of = (list: Block[], id: string): Block | undefined => list.find((one) => one.id === id);
    const ids = my.map((one) => textOf(one.id));
    their.forEach((one, i) => {
      const id = textOf(one.id);
      if (ids.includes(id)) return;
      const before = ids.indexOf(textOf(their[i - 1]?.id));
      ids.splice(i === 0 ? 0 : before < 0 ? ids.length : before + 1, 0, id);
    });
    return ids
      .map((id) => values(of(was, id), of(my, id), of(their, id), `${path}[${id}]`))
      .filter((one): one is Block => isBlock(one));
  };

  return { tree: blocks(base, mine, theirs, ''), clashes };
}

/** A list whose elements have ids of their own, so that each can be found in another version. */
function named(value: Maybe): value is Block[] {
  if (!Array.isArray(value)) return false;
  const ids = value.map((one) => (isBlock(one) ? textOf(one.id) : ''));
  return ids.every((id) => id !== '') && new Set(ids).size === ids.length;
}

export function equal(a: Maybe, b: Maybe): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => equal(one, b[i]));
  if (!isBlock(a) || !isBlock(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
}
