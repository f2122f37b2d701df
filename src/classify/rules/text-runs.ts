/** What a description says of things that run: that they are stopped on the way, begun, or handed the call. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';

export const runTexts: readonly TextRule[] = [
  {
    id: 'text.stops',
    category: 'execute',
    why: 'The text says that something that runs is stopped on the way.',
    note: 'which says that something that runs is stopped',
    cues: words('running active abort'),
    pattern:
      /\b(?:running|in-progress|ongoing) (?:\S{1,20} ){1,3}(?:will be|are|is|gets?) (?:automatically |also |then |immediately )?(?:aborted|stopped|cancell?ed|terminated|killed|interrupted)\b/iu,
    effect: 'raises',
    on: ['write'],
    matches: ['archive_flow: Archive a flow. Running jobs will be aborted.'],
    misses: ['archive_flow: Archive a flow. Running jobs are never aborted.'],
  },
  {
    id: 'text.acts-on-page',
    category: 'execute',
    why: 'The text says that something is clicked or typed on the way.',
    note: 'which says that something is clicked or typed',
    cues: words('clicks types presses taps fills'),
    pattern:
      /(?:^|[,;:(—–]|\b(?:then|and)) ?(?:(?:clicks|taps|presses) (?:the |a |an |on )?(?:\S{1,20} )?(?:button|element|link|enter|key|field)\b|types (?:the |a |an |in |into |your |new )*(?:value|text|characters|query|message|field)\b|fills (?:in |out )?(?:the |a |an )?(?:\S{1,20} )?(?:form|fields?|input)\b)/iu,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['submit_search: One step for searching: focuses the input, types the value, then presses Enter.'],
    misses: [
      'count_clicks: Counts how often a visitor clicks the button.',
      'list_types: Lists types, values and units',
    ],
  },
  {
    id: 'text.shell-commands',
    category: 'execute',
    why: 'The text says that commands are run on the way.',
    note: 'which says that commands are run',
    cues: ['command'],
    pattern:
      /(?<!\bnot )\b(?:executes|runs) (?:(?:up to )?(?:\d{1,2}|the|a few|[a-z]{3,8}) )?(?:shell|terminal|system|build) commands\b/iu,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['check_gate: Check a project before it is shipped. Runs up to four shell commands.'],
    misses: ['list_gates: List the gates of a project, and what runs there'],
  },
  {
    id: 'text.explain-analyze',
    category: 'execute',
    why: 'The text says that the statement is really run, to measure it.',
    note: 'which says that the statement is really run',
    cues: ['explain'],
    pattern: /\b(?:running|runs|executes|executing|using|uses) (?:an? )?`?EXPLAIN[ _(]{1,2}ANA(?:LY|YL)[SZ]E\b/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['sql_plan: Describe the plan of a statement by running EXPLAIN ANALYZE on it.'],
    misses: ['sql_plan: Describe the plan of a statement by running EXPLAIN on it.'],
  },
  {
    id: 'text.begins',
    category: 'execute',
    why: 'The text says that something begins to run.',
    note: 'which says that something begins to run',
    cues: words('begin start'),
    pattern:
      /\b(?:call|program|job|workflow|script|process|pipeline|machine|container|bot)s? (?:immediately |then )?(?:begins?|starts?) (?:executing|running)\b/iu,
    effect: 'raises',
    on: ['write'],
    matches: ['set_script: Set a script. The machine begins running it.'],
    misses: ['set_script: Set a script. Nothing begins.'],
  },
  {
    id: 'text.dispatches',
    category: 'execute',
    why: 'The text says that the call is handed to another tool, which may do anything.',
    note: 'which hands the call to another tool',
    cues: words('dispatch forward'),
    pattern:
      /\b(?:dispatch|forward)(?:s|es)? (?:(?:it|them|the call|the request|calls|requests) )?to (?:the|a|any) (?:requested|named|given|chosen|matching|right|appropriate|corresponding|specified|selected) (?:\S{1,20} ){0,3}(?:tool|operation|command|handler|method|function)\b/iu,
    effect: 'raises',
    on: ['read', 'write'],
    matches: ['bridge: Reads a request file and dispatches to the requested tool.'],
    misses: ['bridge: Reads a request file and returns it.'],
  },
  {
    id: 'text.drives-browser',
    category: 'execute',
    why: 'The text says that a browser is launched or led to a page, and stays open for what comes next.',
    note: 'which says that a live browser is driven',
    cues: words('launch start spawn navigat'),
    pattern:
      /^\s*(?:it |this |then )?(?:(?:launches|starts|spawns) (?:a|the|your) (?:real |visible |headed |new |live )?browser\b(?!-)|navigates to (?:the|a|your) (?:url|page|address|site)\b)/iu,
    effect: 'raises',
    on: ['read'],
    matches: ['test_site: For testing sites. Navigates to the address and tells what stands there.'],
    misses: ['read_site: Use this to read a site. Launches a headless browser.'],
  },
  {
    id: 'text.by-agent',
    category: 'execute',
    why: 'The text says that an agent does the work.',
    note: 'which says that an agent does the work',
    cues: ['agent'],
    pattern:
      /\busing (?:the|an|our) (?:\S{1,20} ){0,5}agent\b(?![ _-]?(?:api|sdk|id|ids|key|token|name|framework|mode|card|config))/iu,
    effect: 'raises',
    on: ['write'],
    matches: ['create_pages: Create the pages of a site using the page writing agent.'],
    misses: ['create_pages: Create the pages of a site using the agent id.', 'get_agent: Get an agent'],
  },
];
