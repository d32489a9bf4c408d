import type { Step } from '../api';
import { headphones } from './headphones';
import { age, consent, questionnaire, reading, region } from './simple';
import { browser, level } from './sounding';
import { Trial } from './trial';
import type { Surroundings, View } from './view';

/** The page of a step. */
export function viewOf(step: Step, around: Surroundings, next: () => void): View {
  switch (step.kind) {
    case 'consent':
      return consent(step, around);
    case 'age':
      return age(step.minimum, around, next);
    case 'region':
      return region(around, next);
    case 'browser':
      return browser(step.clip, around, next);
    case 'level':
      return level(step.clip, around, next);
    case 'headphones':
      return headphones(step, around, next);
    case 'questionnaire':
      return questionnaire(step, around, next);
    case 'instructions':
    case 'break':
      return reading(step.kind, step.text, next);
    case 'trial':
      return new Trial(step, around, next);
  }
}
