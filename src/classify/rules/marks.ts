/** Verbs of drawing, playing, masking and calling that leave a mark on what is stored, where elsewhere they only show or reckon. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const markRules: readonly ActRule[] = [
  {
    id: 'change.draw-on',
    category: 'write',
    why: 'What is drawn on a canvas, a slide or a drawing stays there.',
    note: 'which makes something that stays',
    verbs: words('draw sketch plot stroke'),
    when: ({ context, facts: { parameterNames } }) =>
      context.some((word) => surfaces.has(word)) && !parameterNames.has('data') && !parameterNames.has('code'),
    matches: ['draw_arrow: Draw an arrow on a whiteboard (x: number, y: number)'],
    misses: ['draw_chart: Draw a chart of the data', 'draw_shape: Draw a shape and return it as SVG'],
  },
  {
    id: 'change.mask-stored',
    category: 'write',
    why: 'A stored document or table that is masked or levelled stays so.',
    note: 'which changes something that stays',
    verbs: words('redact anonymize anonymise pseudonymize mask normalize normalise denoise stabilize upmix'),
    when: ({ facts }) => isStored(facts),
    matches: ['redact_letter: Redact names in a letter (document_id: string)'],
    misses: ['redact_letter: Redact names in a letter (text: string)', 'normalize_text: Normalize a text'],
  },
  {
    id: 'change.map-drive',
    category: 'write',
    why: 'A drive, a port or a key that is mapped stays so.',
    note: 'which sets something that stays',
    verbs: ['map'],
    head: words('drive port share key button shortcut hotkey domain'),
    matches: ['map_drive: Map a drive of the network (letter: string)'],
    misses: ['map_ids: Map ids to names'],
  },
  {
    id: 'change.use-up',
    category: 'write',
    why: 'What is used, collected or picked up in a game changes what the player has.',
    note: 'which changes what someone has',
    verbs: words('use collect gather pickup'),
    head: words('item potion spell consumable weapon reward prize loot bounty coin bonus voucher'),
    unless: words('data feed news rss search information'),
    when: ({ verb, object }) => verb !== 'gather' || !object.includes('item'),
    matches: ['use_potion: Use a potion', 'collect_bonus: Collect the bonus of a day'],
    misses: ['use_browser', 'collect_data: Collect data'],
  },
  {
    id: 'change.ping-person',
    category: 'write',
    why: 'A person who is pinged or paged hears of it.',
    note: 'which sends something to others',
    verbs: words('ping page buzz'),
    head: words('user person member team reviewer assignee engineer oncall on-call teammate colleague customer'),
    matches: ['ping_reviewer: Ping a reviewer (user: string)'],
    misses: ['ping_host', 'ping: Ping the server'],
  },
];

const surfaces = new Set(
  words('canvas whiteboard board slide sketch layer scene drawing sheet page map document pdf timeline'),
);
const ids =
  /^(?:document|file|image|photo|video|audio|clip|track|table|dataset|page|record|column|recording)(?:id|name|path)?$/;
/** What is masked is named, and no text goes in. */
const isStored = ({ parameters, parameterNames }: Facts) =>
  parameters.some(({ key, path, required }) => path.length === 1 && required && ids.test(key)) &&
  !['text', 'content', 'data', 'input', 'json'].some((key) => parameterNames.has(key));
