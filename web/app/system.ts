import { getJson, inlined, type SystemState } from './api';
import { el } from './ui/dom';
import { count } from './words';

let known: Promise<SystemState | null> | null = null;

/** What the server runs on; asked once a page. */
export function system(): Promise<SystemState | null> {
  const written = inlined<{ system?: SystemState }>()?.system;
  known ??= written ? Promise.resolve(written) : getJson<SystemState>('/api/system').catch(() => null);
  return known;
}

/** Where translations are made, in words. */
function whereabouts(state: SystemState): string {
  switch (state.translating) {
    case 'here':
      return `Translating on ${state.device ?? 'this server'}.`;
    case 'soon':
      return 'The models are getting ready.';
    case 'elsewhere':
      return 'Other processes translate; this one serves the pages.';
    case 'nowhere':
      return 'The models are missing or damaged: nothing can be translated now.';
  }
}

/** Writes device and models into the foot of the page. */
export async function showSystem(): Promise<void> {
  const place = document.getElementById('system');
  const state = await system();
  if (!place || !state) return;
  const parts: (Node | string)[] = [whereabouts(state)];
  const models = state.models ?? [];
  if (models.length > 0) {
    parts.push(' Models: ');
    models.forEach((model, i) => {
      if (i > 0) parts.push(', ');
      const href = model.card ?? `/about/models/${encodeURIComponent(model.family)}`;
      parts.push(el('a', { href }, model.family));
      if (model.parameters) parts.push(` (${count(model.parameters)} parameters)`);
    });
    parts.push('.');
  }
  const waiting = state.queue?.waiting ?? 0;
  if (waiting > 0) parts.push(` ${waiting} waiting.`);
  place.replaceChildren(...parts);
}
