import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/home.css';
import './style/translation.css';
import './style/player.css';
import './style/metrics.css';
import { startHome } from './home/home';
import { startProblem } from './problem';
import { showSystem } from './system';
import { startTranslation } from './translation/page';

const pages: Record<string, () => void> = {
  home: startHome,
  translation: startTranslation,
  problem: startProblem,
};

pages[document.body.dataset.page ?? '']?.();
void showSystem();
