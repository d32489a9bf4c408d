import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/home.css';
import './style/translation.css';
import './style/player.css';
import './style/metrics.css';
import './style/gate.css';
import './style/data.css';
import './style/studies.css';
import './style/results.css';
import './style/monitor.css';
import './style/people.css';
import { startHome } from './home/home';
import { startMonitor } from './monitor/overview';
import { startPeople } from './monitor/people';
import { startPerson } from './monitor/person';
import { startProblem } from './problem';
import { startResults } from './results/results';
import { startEditor } from './studies/editor';
import { startStudies } from './studies/list';
import { showSystem } from './system';
import { startTranslation } from './translation/page';

const pages: Record<string, () => void> = {
  home: startHome,
  translation: startTranslation,
  problem: startProblem,
  studies: startStudies,
  'study-editor': startEditor,
  results: startResults,
  'study-monitor': startMonitor,
  'study-participants': startPeople,
  'study-participant': startPerson,
};

pages[document.body.dataset.page ?? '']?.();
void showSystem();
