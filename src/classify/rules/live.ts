/** Input to a live screen, a page, a game or a device. */
import { uiThings } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const liveRules: readonly ActRule[] = [
  {
    id: 'run.captcha',
    category: 'execute',
    why: 'Solving a captcha acts on a live page.',
    note: 'which gives input to a live screen or device',
    verbs: words('solve bypass'),
    object: words('captcha recaptcha hcaptcha turnstile challenge-page'),
    when: ({ facts }) =>
      facts.textWords.has('page') || facts.textWords.has('session') || facts.textWords.has('browser'),
    matches: ['solve_captcha: Solve the captcha on the open page'],
    misses: ['solve_equation'],
  },
  {
    id: 'run.ui',
    category: 'execute',
    why: 'Input to a live screen does whatever stands behind the button.',
    note: 'which gives input to a live screen or device',
    verbs: words(
      'click tap doubleclick dblclick rightclick press hover drag swipe navigate fling longpress keypress keydown keyup typewrite mouseclick pinch inputtext',
    ),
    unless: words('wordpress press-release publication release long-form article'),
    when: ({ verb, facts }) =>
      verb !== 'navigate' || facts.parameterNames.has('url') || browserWords.some((word) => facts.textWords.has(word)),
    matches: ['click', 'browser_hover', 'press_key', 'navigate_page'],
    misses: ['get_clicks', 'list_press_releases'],
  },
  {
    id: 'run.ui-ambiguous',
    category: 'execute',
    why: 'Input to a live screen does whatever stands behind the button.',
    note: 'which gives input to a live screen or device',
    verbs: words(
      'type fill select scroll open go back forward refresh new drop upload send handle accept dismiss choose check uncheck input close enter submit focus touch move switch set key',
    ),
    near: [
      ...uiThings,
      'dialog',
      'popup',
      'text',
      'option',
      'keystroke',
      'alert',
      'url',
      'app',
      'deeplink',
      'history',
      'tab',
      'prompt',
      'file',
    ],
    when: ({ verb, head, object, context, facts }) => isUi(verb, head, [...object, ...context], facts),
    matches: [
      'fill_form: Fill the form fields on the page',
      'browser_type: Type text into an element on the page',
      'handle_dialog: Handle a browser dialog',
      'browser_navigate_back: Go back to the previous page in the browser',
    ],
    misses: ['select_tab: Select a browser tab', 'close_issue', 'open_document', 'submit_form_response'],
  },
  {
    id: 'run.open-app',
    category: 'execute',
    why: 'Opening a program starts it.',
    note: 'which starts a program',
    verbs: ['open'],
    head: words(
      'app application simulator sim emulator program terminal notebook devtools devtool debugger inspector editor ide',
    ),
    matches: ['open_simulator', 'open_app'],
    misses: ['open_issue', 'open_file'],
  },
  {
    id: 'run.play',
    category: 'execute',
    why: 'Playing, pausing, skipping or seeking controls something that runs.',
    note: 'which controls playback',
    verbs: words('play skip next previous seek fastforward rewind unmute-playback cast stream transfer'),
    when: ({ verb, object, facts }) =>
      verb === 'transfer'
        ? object.includes('playback')
        : (verb !== 'stream' && verb !== 'cast') || object.length === 0 || facts.parameterNames.has('device'),
    unless: words('page result item list version step batch event playstore game-info status'),
    ambiguous: true,
    matches: ['play_track', 'seek'],
    misses: ['get_next_page', 'list_plays'],
  },
  {
    id: 'run.send-key',
    category: 'execute',
    why: 'A key or a line that is sent to the session of a shell is a command to it.',
    note: 'which gives input to something that runs',
    verbs: words('send write type feed'),
    head: words('key keystroke input line text data'),
    when: ({ object, context, facts: { textWords } }) =>
      (context.includes('session') || object.includes('session') || object.includes('raw')) &&
      ['terminal', 'repl', 'shell', 'pty', 'tty', 'stdin'].some((word) => textWords.has(word)),
    unless: words('email notification message log file alert mail note'),
    matches: ['repl_key: Send a named key to a session'],
    misses: ['send_text: Send a text to a session of a class'],
  },
  {
    id: 'run.send-input',
    category: 'execute',
    why: 'Input to a shell, a terminal or a program is a command to it.',
    note: 'which gives input to something that runs',
    verbs: words('send write type interact feed paste enter pipe'),
    near: words('process terminal shell repl pane console stdin tmux tty pty keystroke signal gcode serial uart'),
    unless: words('email notification message log file alert mail'),
    matches: ['send_input: Send input to a running terminal process', 'interact_with_process'],
    misses: ['send_message', 'write_file'],
  },
];

const browserWords = words(
  'browser page element selector ref screen device dom coordinate mouse keyboard emulator simulator desktop cursor viewport webpage focused',
);

function isUi(
  verb: string,
  head: string,
  object: readonly string[],
  {
    textWords,
    parameterNames,
    nameWords,
  }: { textWords: ReadonlySet<string>; parameterNames: ReadonlySet<string>; nameWords: readonly string[] },
): boolean {
  const inSheet = ['sheet', 'spreadsheet', 'document', 'workbook'].some((word) => textWords.has(word));
  if ((head === 'dialog' || head === 'popup') && ['handle', 'accept', 'dismiss'].includes(verb)) return true;
  if (head === 'tab' && ['open', 'new'].includes(verb)) return !inSheet;
  const live =
    parameterNames.has('uid') ||
    browserWords.some((word) => textWords.has(word)) ||
    parameterNames.has('selector') ||
    parameterNames.has('ref') ||
    nameWords.includes('browser');
  if (!live) return false;
  switch (verb) {
    case 'scroll':
    case 'focus':
      return false;
    case 'switch':
      return false;
    case 'select':
      return (
        object.some((word) => ['option', 'dropdown', 'element', 'checkbox', 'item'].includes(word)) ||
        nameWords.includes('option') ||
        parameterNames.has('selector')
      );
    case 'close':
      return false;
    case 'set':
      return head === 'value' || object.includes('input');
    case 'open':
      return ['url', 'tab', 'page', 'app', 'deeplink', 'browser', 'link', 'menu', ''].includes(head);
    case 'new':
      return object.includes('tab') || object.includes('page');
    case 'refresh':
      return object.includes('page') || object.includes('browser');
    case 'key':
      return true;
    case 'move':
      return object.includes('mouse') || object.includes('cursor');
    case 'send':
      return object.includes('key') || object.includes('keystroke') || object.includes('text');
    case 'upload':
      return (
        parameterNames.has('selector') ||
        parameterNames.has('ref') ||
        parameterNames.has('uid') ||
        textWords.has('browser') ||
        textWords.has('chooser')
      );
    case 'submit':
    case 'check':
    case 'uncheck':
      return object.includes('form') || object.includes('checkbox') || object.includes('element');
    default:
      return true;
  }
}
