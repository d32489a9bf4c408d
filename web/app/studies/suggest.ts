/** What may be meant by fields that name something: files, options, questions, models. */

import { idsOf, valueAt } from './schema';
import { blocksOf, isBlock, listOf, textOf, type Block } from './types';

const INTENTIONS = ['happy', 'sad', 'tender', 'angry'];

/** Names for the field at a path, the likely ones first; none if anything can stand there. */
export function suggestions(tree: Block, path: string, files: string[]): string[] {
  const last = path.replace(/.*\./, '');
  const holder = (up: number): Block => {
    const value = valueAt(tree, path.split('.').slice(0, -up).join('.'));
    return isBlock(value) ? value : {};
  };
  if (last === 'file' || /\.files\.[^.]+$/.test(path)) return files;
  if (last === 'model' || last === 'vocoder') return ['etude'];
  if (last === 'intention') return [...new Set([...blocksOf(tree.tasks).flatMap(optionsOf), ...INTENTIONS])];
  if (last === 'chooses') {
    const task = blocksOf(tree.tasks).find((one) => one.id === holder(2).task);
    const options = task ? optionsOf(task) : [];
    if (options.length > 0) return options;
    const compared = listOf(task?.conditions).map(textOf);
    return compared.length > 0 ? compared : idsOf(tree, 'conditions');
  }
  if (/^recruitment\.quotas/.test(path)) {
    const quota = holder(1);
    const asked = blocksOf(tree.questionnaires).find((one) => one.id === quota.questionnaire);
    const questions = blocksOf(asked?.questions).filter((one) => one.kind === 'choice');
    if (last === 'question') return questions.map((one) => textOf(one.id));
    if (last === 'option') return blocksOf(questions.find((one) => one.id === quota.question)?.options).map((one) => textOf(one.id));
  }
  return [];
}

function optionsOf(task: Block): string[] {
  const paradigm = isBlock(task.paradigm) ? task.paradigm : {};
  return blocksOf(paradigm.options).map((one) => textOf(one.id));
}

/** The factors of GEMS-9, which have words of their own in each language. */
export const GEMS = ['wonder', 'transcendence', 'tenderness', 'nostalgia', 'peacefulness', 'power', 'joyful-activation', 'tension', 'sadness'];
