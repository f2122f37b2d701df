/** Ties that are cut and things taken out of a collection: both ends survive. */
import type { Act } from '../act.ts';
import { collections, links } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const tieRules: readonly ActRule[] = [
  {
    id: 'loss.link',
    category: 'write',
    why: 'Cutting the tie between two things that both survive (a label, a reaction, a follow) can be undone by tying it again.',
    note: 'which cuts a tie that can be tied again',
    verbs: words('remove delete clear drop'),
    head: links,
    // The address of a shared link is gone with it.
    unless: words('public sharing shared share'),
    when: ({ verb, heads, object }) =>
      (verb === 'remove'
        ? isLink.has(heads[0] ?? '')
        : heads.some((head) => isLink.has(head)) &&
          heads.every((head) => isLink.has(head) || head === 'record' || head === 'entry')) &&
      (verb !== 'delete' ||
        !heads.some((head) => ownThings.has(head)) ||
        (heads.every((head) => head === 'link') && object.some((word) => linked.has(word)))),
    matches: [
      'remove_reaction',
      'remove_label_from_issue',
      'delete_reaction',
      'remove_assignee',
      'delete_relationship',
    ],
    misses: ['delete_label', 'remove_file', 'delete_tag'],
  },
  {
    id: 'loss.from-collection',
    category: 'write',
    why: 'Taking something off a list, a playlist or a board leaves both; one call puts it back.',
    note: 'which takes something out of a collection and leaves both',
    verbs: words('remove delete'),
    when: (act) => isTakenOut(act),
    matches: ['remove_from_playlist: Remove tracks from a playlist', 'remove_playlist_items', 'remove_item_from_cart'],
    misses: ['delete_playlist', 'remove_file'],
  },
];

const isLink = new Set(links);

/** `delete_issue_link`: a tie between two of these. */
const linked = new Set(words('issue ticket task card story item node entity record'));

/** Deleting one of these deletes a thing with uses of its own, not one tie. */
const ownThings = new Set([
  'subtask',
  'child',
  'parent',
  'reference',
  'dependent',
  'label',
  'tag',
  'assignment',
  'link',
  'category',
  'topic-tag',
  'emoji',
  'mapping',
]);

const fromCollection = new Set(
  [
    ...collections,
    'card',
    'issue',
    'task',
    'ticket',
    'story',
    'pull',
    'meeting',
    'event',
    'campaign',
    'sequence',
    'case',
    'deal',
    'owner',
    'assignee',
    'reviewer',
    'favourites',
    'schedule',
    'selection',
    'workflow',
    'automation',
    'funnel',
    'tag',
    'label',
    'dashboard',
    'firewall',
    'balancer',
    'pool',
    'blocked',
    'muted',
    'ignored',
    'banned',
  ].filter((word) => !['set', 'history-list', 'parent', 'view', 'module', 'reading'].includes(word)),
);

const tightCollection = new Set(
  words(
    'playlist cart basket wishlist watchlist collection audience favorite favourite album sprint milestone whitelist allowlist blocklist denylist watched segment portfolio cycle',
  ),
);

const contents = new Set(
  words(
    'file row column cell table field page document data database disk workspace sheet text line code message comment attachment worklog history event-type collection index rule policy value schema variable slide chapter paragraph keyframe formula',
  ),
);

const flows = new Set(words('workflow automation sequence funnel'));

/** Out of a collection, not out of existence: `remove a track from a playlist`, `remove_playlist_items`. */
function isTakenOut({ verb, object, heads, from, head, source, facts: { nameWords } }: Act): boolean {
  // `page_relation_remove`, explained as “Remove a section from a page”.
  if (
    verb === 'remove' &&
    from.length > 0 &&
    nameWords.some((word) => /^(?:relation|relationship|association)$/.test(word))
  )
    return true;
  const tight =
    object.some((word) => tightCollection.has(word) && !heads.includes(word)) ||
    (from.some((word) => tightCollection.has(word)) && !heads.some((word) => tightCollection.has(word)));
  const isMember = object.some((word) => ['item', 'track', 'song', 'member', 'entry', 'membership'].includes(word));
  if (verb === 'delete')
    return (
      (tight && isMember) ||
      (['contact', 'member', 'subscriber', 'person', 'user', 'lead'].includes(head) &&
        from.some((word) => ['workflow', 'campaign', 'segment', 'audience', 'sequence', 'list'].includes(word)))
    );
  if (head === 'contact' && from.some((word) => ['business', 'company', 'deal', 'account', 'group'].includes(word)))
    return true;
  if (heads.some((word) => contents.has(word))) return false;
  // A node or a step lives in its workflow and nowhere else.
  if (
    source !== 'action' &&
    from.some((word) => flows.has(word)) &&
    (head === 'node' || head === 'step' || head === 'action')
  )
    return false;
  // A domain is held by the registrar, whatever it points to.
  if (
    verb === 'remove' &&
    head === 'domain' &&
    from.some((word) => ['project', 'app', 'site', 'application', 'service'].includes(word))
  )
    return true;
  // An agent has learnt a skill, and does not own it.
  if (verb === 'remove' && from.includes('agent') && heads.some((one) => ['skill', 'component'].includes(one)))
    return true;
  // A job lives in its queue and nowhere else.
  if (from.includes('queue') && heads.some((word) => word === 'job' || word === 'task')) return false;
  return tight || from.some((word) => fromCollection.has(word));
}
