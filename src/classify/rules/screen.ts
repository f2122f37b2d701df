/** What is opened, closed and gone through on a live screen: pages, tabs, browsers, files in an editor. */
import type { Act } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

/** Words around a browser that is opened for a person to log in. */
const logins = new Set(words('login sign-in signin auth authentication authorization oauth consent log sign'));

export const screenRules: readonly ActRule[] = [
  {
    id: 'run.close-page',
    category: 'execute',
    why: 'A page, a tab or a browser that is closed stops, with whatever ran in it.',
    note: 'which stops a live page or program',
    verbs: words('close quit exit'),
    head: words('tab page browser window webpage'),
    unless: words('maintenance trading booking sales dispute return bid spreadsheet'),
    when: ({ heads, facts }) => !heads.includes('window') || onScreen.some((word) => facts.textWords.has(word)),
    matches: ['close_page', 'close_browser: Close the browser and all its tabs'],
    misses: ['close_issue', 'close_window: Close a window of the living room'],
  },
  {
    id: 'run.close-browser-session',
    category: 'execute',
    why: 'A browser whose session is closed stops.',
    note: 'which stops a live page or program',
    verbs: words('close end quit exit finish reset restart'),
    head: ['session'],
    when: ({ facts }) => [...facts.textWords].some((word) => word.startsWith('browser')),
    matches: ['end_session: End the session of the browser'],
    misses: ['close_session: Close a session'],
  },
  {
    id: 'run.open-tab',
    category: 'execute',
    why: 'A new tab or page of a browser is live from the moment it opens.',
    note: 'which opens a live page',
    verbs: words('create make add spawn launch'),
    head: words('tab page window context instance'),
    unless: words('landing'),
    when: (act) => around(act).includes('browser'),
    matches: ['create_tab: Create a new browser tab'],
    misses: ['create_page: Create a page in a wiki'],
  },
  {
    id: 'run.page-history',
    category: 'execute',
    why: 'Going back and forward in a browser loads its pages again.',
    note: 'which gives input to a live screen or device',
    verbs: ['navigate'],
    object: words('history back forward'),
    unless: words('commit file version'),
    when: ({ object, facts }) => object.includes('history') || onScreen.some((word) => facts.textWords.has(word)),
    matches: ['navigate_history: Navigate history back or forward'],
    misses: ['go_to_definition', 'list_history'],
  },
  {
    id: 'run.page-action',
    category: 'execute',
    why: 'An action on a live page does whatever stands behind what is clicked or typed.',
    note: 'which gives input to a live screen or device',
    verbs: words('perform execute do take run'),
    head: words('action interaction gesture'),
    near: words('page webpage browser element screen ui webview tab desktop'),
    unless: words('create delete update get'),
    matches: ['act: Perform one action on the page'],
    misses: ['perform_check', 'list_actions'],
  },
  {
    id: 'run.open-on-screen',
    category: 'execute',
    why: 'What is opened in a browser, an editor or a program of the user starts there.',
    note: 'which opens something on the screen of the user',
    verbs: words('open launch'),
    when: (act) => isShown(act),
    unless: [...logins],
    matches: [
      'open_report: Open the report in the default browser',
      'open_matches: Open the files that match in the editor',
      'show_results: Opens an interactive web dashboard',
    ],
    misses: ['open_report: Open a report by its id', 'open_file: Open a file and return its text'],
  },
  {
    id: 'run.play-mode',
    category: 'execute',
    why: 'A game that is played in its editor runs until it is stopped.',
    note: 'which starts or stops something that runs',
    verbs: words('enter exit leave quit toggle'),
    object: words('play playtest playmode'),
    matches: ['enter_play_mode: Enter play mode'],
    misses: ['enter_text'],
  },
  {
    id: 'run.move-machine',
    category: 'execute',
    why: 'A robot, a drone or a figure in a running game that is moved acts at once.',
    note: 'which moves something live',
    verbs: words('move send rotate turn navigate walk'),
    object: words('robot drone vacuum rover gripper character player avatar'),
    unless: words('message email sheet alert report team invoice folder label column card list'),
    when: ({ object, facts: { textWords } }) =>
      !object.some((word) => ['character', 'player', 'avatar'].includes(word)) ||
      ['playtest', 'runtime', 'running', 'playing', 'game', 'bot'].some((word) => textWords.has(word)),
    matches: ['robot_home: Move the robot to its dock', 'walk: Move the player of the running game'],
    misses: ['move_card', 'move_player: Move a player to another team'],
  },
  {
    id: 'run.start-live',
    category: 'execute',
    why: 'A browser, a simulator or a swarm of agents that is set up runs from then on.',
    note: 'which starts something that runs',
    verbs: words('initialize create make prepare'),
    head: words('browser chromium webdriver emulator simulator kernel swarm session'),
    when: (act) => isLive(act),
    unless: words('profile account token window-size type list login config configuration'),
    matches: ['init_browser: Initialize a browser', 'swarm_init: Initialize a swarm of agents'],
    misses: ['init_project: Initialize a project', 'init_session: Initialize a session'],
  },
  {
    id: 'run.open-browser',
    category: 'execute',
    why: 'A browser that is opened is live from then on.',
    note: 'which opens a live page or program',
    verbs: ['open'],
    head: words('browser chromium'),
    unlessObject: words('table file asset object schema database content class symbol log data media package app'),
    when: (act) =>
      act.object.some((word) => ['headed', 'visible', 'real', 'automated', 'controlled'].includes(word)) ||
      !around(act).some((word) => logins.has(word)),
    matches: ['browser_start: Open a browser', 'keep_login: Open a headed browser to log in'],
    misses: ['log_in: Open the browser to log in'],
  },
  {
    id: 'run.clear-input',
    category: 'execute',
    why: 'A field of a live screen that is emptied tells the page so, as typing does.',
    note: 'which gives input to a live screen or device',
    verbs: words('clear erase'),
    head: words('input text textbox textfield text-field field element'),
    when: (act) =>
      !around(act).some((word) => word !== 'page' && stored.has(word)) &&
      (screens.some((word) => act.facts.textWords.has(word)) || act.facts.parameterNames.has('selector')),
    matches: ['clear_field: Clear an input field of the browser'],
    misses: ['clear_field: Clear a field of a record', 'clear_text: Clear the text of a slide'],
  },
  {
    id: 'run.reset-route',
    category: 'execute',
    why: 'An app whose navigation is reset goes to its first screen.',
    note: 'which gives input to a live screen or device',
    verbs: words('reset replace push'),
    object: words('navigate navigation router go'),
    when: ({ object }) => object.every((word) => routing.has(word)),
    matches: ['reset_navigation: Reset the navigation stack'],
    misses: ['reset_settings', 'push_commits'],
  },
  {
    id: 'run.type-into',
    category: 'execute',
    why: 'Text that is put into a field of a live screen does what typing does.',
    note: 'which gives input to a live screen or device',
    verbs: words('write put enter insert paste set input type'),
    near: words('textinput textbox textfield text-field input field form'),
    when: (act) =>
      ['text', 'value', 'string', 'character'].includes(act.head) &&
      !around(act).some((word) => stored.has(word)) &&
      screens.some((word) => act.facts.textWords.has(word)),
    matches: ['enter_text: Write text into a text-field of the screen'],
    misses: ['write_text: Write text into a field of a record', 'set_value'],
  },
];

const onScreen = words('browser tab page desktop application app url webdriver viewport');
const screens = words('screen emulator simulator device browser dom mobile focused');
const stored = new Set(words('record row issue card table document custom column page'));
const programs = new Set(words('browser editor ide finder explorer'));
/** A session of a browser or a machine, and not of the caller. */
function isLive({ verb, heads, object, context, facts: { nameWords } }: Act): boolean {
  if (!heads.includes('session')) return true;
  return verb === 'initialize' && [...nameWords, ...object, ...context].some((word) => machines.has(word));
}
const routing = new Set(words('navigate navigation router go stack state screen route page'));
const machines = new Set(
  words('browser sandbox debug debugger debugging shell terminal emulator simulator repl kernel'),
);
const viewers = new Set(words('application app program viewer player'));
const around = ({ object, context }: Act) => [...object, ...context];

/** In a program of the user, and not handed back. */
function isShown({ object, head, context, facts: { textWords } }: Act): boolean {
  if (context.some((word) => programs.has(word))) return true;
  if (context.includes('default') && context.some((word) => viewers.has(word))) return true;
  if (head === 'dashboard') return ['browser', 'web', 'interactive', 'local'].some((word) => textWords.has(word));
  return (
    ['file', 'document', 'script'].some((word) => object.includes(word)) &&
    ['editor', 'ide'].some((word) => textWords.has(word))
  );
}
