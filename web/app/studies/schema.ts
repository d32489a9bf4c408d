/** Finds in the JSON Schema of studies what may stand at a place of a document. */

import { isBlock, textOf, type Block, type Value } from './types';

export interface Schema {
  $ref?: string;
  description?: string;
  type?: string;
  const?: string;
  enum?: (string | number)[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  default?: Value;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxLength?: number;
  format?: string;
  'x-refers-to'?: string;
  $defs?: Record<string, Schema>;
}

export const isText = (schema: Schema): boolean => schema.$ref === '#/$defs/Text';

export class Schemas {
  constructor(readonly root: Schema) {}

  /** The schema itself, with what it refers to; what is said beside the reference wins. */
  resolve(schema: Schema): Schema {
    if (!schema.$ref || isText(schema)) return schema;
    const { $ref, ...beside } = schema;
    return { ...this.root.$defs?.[$ref.slice('#/$defs/'.length)], ...beside };
  }

  /** Of a choice the kind that a value has. */
  kindOf(schema: Schema, value: Value | undefined): Schema | undefined {
    const kind = isBlock(value) ? value.kind : undefined;
    return schema.oneOf?.find((one) => one.properties?.kind?.const === kind);
  }

  /** What may stand at a path such as {@code tasks[0].paradigm}, given what stands on the way. */
  at(path: string, tree: Block): Schema | undefined {
    let schema: Schema | undefined = this.root;
    let value: Value | undefined = tree;
    for (const step of steps(path)) {
      if (!schema) return undefined;
      schema = this.resolve(schema);
      if (schema.oneOf) schema = this.kindOf(schema, value);
      schema = typeof step === 'number' ? schema?.items : schema?.properties?.[step];
      value = childOf(value, step);
    }
    return schema && this.resolve(schema);
  }

  /** Something that may stand there, to begin with. */
  make(given: Schema, tree: Block, name = ''): Value {
    const schema = this.resolve(given);
    const languages = (tree.languages as string[] | undefined) ?? ['en'];
    if (isText(schema)) {
      return languages.length > 1 ? Object.fromEntries(languages.map((language) => [language, ''])) : '';
    }
    if (schema.default !== undefined) return schema.default;
    if (schema.oneOf) return this.make(schema.oneOf[0] ?? {}, tree, name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0] ?? null;
    const refers = schema['x-refers-to'];
    if (schema.type === 'object') {
      const made: Block = {};
      for (const key of schema.required ?? []) {
        made[key] = key === 'id' && name ? name : this.make(schema.properties?.[key] ?? {}, tree);
      }
      return made;
    }
    if (schema.type === 'array') {
      const element = refers ? { ...schema.items, 'x-refers-to': refers } : schema.items ?? {};
      return Array.from({ length: schema.minItems ?? 0 }, (_, i) => this.make(element, tree, `option-${i + 1}`));
    }
    if (refers) return textOf(idsOf(tree, refers)[0]);
    if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
    return schema.type === 'boolean' ? false : '';
  }
}

export function idsOf(tree: Block, list: string): string[] {
  const all = tree[list];
  return Array.isArray(all) ? all.map((one) => (isBlock(one) ? textOf(one.id) : '')).filter((id) => id !== '') : [];
}

/** {@code tasks[0].conditions} as its steps. */
export function steps(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((step) => (step[1] === undefined ? step[0] : Number(step[1])));
}

export function childOf(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  return isBlock(value) ? value[step] : undefined;
}

export function valueAt(tree: Block, path: string): Value | undefined {
  return steps(path).reduce<Value | undefined>(childOf, tree);
}

/** Puts a value at a path; undefined takes away what is there. */
export function put(tree: Block, path: string, value: Value | undefined): void {
  const way = steps(path);
  const last = way.pop();
  const holder = way.reduce<Value | undefined>(childOf, tree);
  if (Array.isArray(holder) && typeof last === 'number') {
    if (value === undefined) holder.splice(last, 1);
    else holder[last] = value;
  } else if (isBlock(holder) && typeof last === 'string') {
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
}
