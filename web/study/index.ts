import '../app/style/tokens.css';
import '../app/style/base.css';
import '../app/style/parts.css';
import './style/study.css';
import './style/answers.css';
import './style/player.css';
import { forget } from './answers/store';
import { begin, introduction, isGone, type State, stateOf } from './api';
import { device } from './device';
import { Frame } from './frame';
import { problem, welcome, withdrawal } from './pages';
import { beginKey, type Place, placeOf, remember, sessionOf } from './place';
import { openOutput } from './sound/output';
import { Taking } from './taking';
import { preferred, speakNow, spoken } from './words/words';

const frame = new Frame();

/** From the address to the page that is due. */
async function start(place: Place): Promise<void> {
  if (place.withdrawal !== undefined) {
    withdrawal(frame, place, () => forgetSession(place));
    return;
  }
  const session = sessionOf(place);
  try {
    if (session === null) await introduce(place);
    else await resume(place, session);
  } catch (cause) {
    problem(frame, cause, () => void start(place));
  }
}

async function introduce(place: Place): Promise<void> {
  const study = await introduction(place.slug);
  welcome(frame, study, (language) => void enter(place, language));
}

async function enter(place: Place, language: string): Promise<void> {
  // the tap that begins the study also opens the way for sound
  void openOutput();
  frame.busy(true);
  const { slug, invitation, prolific } = place;
  try {
    const state = await begin(slug, { key: beginKey(place), language, invitation, prolific, device: device() });
    await take(place, state);
  } catch (cause) {
    problem(frame, cause, () => void enter(place, language));
  }
}

async function resume(place: Place, session: string): Promise<void> {
  try {
    await take(place, await stateOf(session));
  } catch (cause) {
    if (!isGone(cause)) throw cause;
    forgetSession(place);
    await introduce({ ...place, resume: undefined });
  }
}

async function take(place: Place, state: State): Promise<void> {
  remember({ ...place, resume: undefined }, state.session);
  // the session is the secret of whoever takes part: it does not stay in the address
  if (place.resume) history.replaceState(null, '', location.pathname + location.search);
  await new Taking(frame, state, () => {
    forgetSession(place);
    location.replace(location.pathname + location.search);
  }).start();
}

function forgetSession(place: Place): void {
  const session = sessionOf(place);
  if (session !== null) void forget(session + '/');
  remember({ ...place, resume: undefined }, null);
}

window.addEventListener('hashchange', () => location.reload());
speakNow(preferred(spoken));
void start(placeOf(location));
