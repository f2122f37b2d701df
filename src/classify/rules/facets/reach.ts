/** Whom a call reaches: hosts and people outside, and what it can carry to them. */
import type { Act } from '../../act.ts';
import { byAct, byParameter, byText, type FacetRule, free, isEffect, no, says } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import { words } from '../../rule.ts';
import { addressKeys } from './addresses.ts';

const sinks = new Set(
  words(
    'send post publish share reply comment forward upload tweet email message notify broadcast push invite dm sms respond retweet submit',
  ),
);
/** Handed in to the own house, or put on a chain: not to people outside. */
const inward = new Set(
  words('usage data transaction tx metric batch job build state cart order page view request block commit file branch'),
);
const loud = new Set(words('email sms tweet dm dial broadcast notify publish retweet invite reply forward'));
const telling = new Set(words('send post submit'));
const messages = new Set(
  words(
    'email mail message sms notification tweet post invitation dm reply newsletter campaign text chat whatsapp story invoice reminder announcement alert-message fax letter',
  ),
);
const callVerbs = new Set(words('make place start call dial initiate'));
const recipientKeys = new Set(
  words('to recipient recipients cc bcc email emails phone phonenumber tonumber chatid recipientid touser'),
);

/** A request over HTTP is posted too. */
const isHttp = ({ reading: { facts } }: FacetTool) =>
  ['http', 'api', 'endpoint', 'rest', 'webhook'].some((word) => facts.textWords.has(word)) &&
  !['message', 'comment', 'tweet', 'channel', 'chat', 'email'].some((word) => facts.textWords.has(word));
const moves = ({ resolution }: FacetTool) => resolution.category === 'financial';

const sending = (tool: FacetTool): Act | undefined =>
  isEffect(tool)
    ? tool.acts.find(
        ({ verb, object, context }) =>
          sinks.has(verb) &&
          !(
            (verb === 'submit' || verb === 'broadcast' || verb === 'push') &&
            object.some((word) => inward.has(word))
          ) &&
          !context.some((word) => word === 'archive' || word === 'trash'),
      )
    : undefined;
const reaching = new Set(
  words(
    'upload import download fetch send post scrape crawl navigate open scan ping call request clone pull connect test notify save screenshot',
  ),
);
/** An address that is only written into a record is reached by nobody, but for that of a webhook. */
const reached = (tool: FacetTool) => {
  const parameter = free(tool, addressKeys);
  if (!parameter) return undefined;
  const { category } = tool.resolution;
  if (category === 'read' || category === 'execute') return parameter;
  const isHook = /hook|callback|endpoint/.test(parameter.key) || tool.objects.has('webhook');
  return isHook || tool.acts.some(({ verb }) => reaching.has(verb)) ? parameter : undefined;
};
const calling = ({ acts }: FacetTool): Act | undefined =>
  acts.find(({ verb, object, heads }) => callVerbs.has(verb) && (heads.includes('call') || object.includes('phone')));

export const reachRules: readonly FacetRule[] = [
  {
    id: 'facet.open-world.address',
    facet: 'open-world',
    note: 'an address that the caller chooses',
    why: 'The caller chooses the address that is reached.',
    test: (tool) => byParameter(reached(tool)),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: [
      'list_files',
      'create_product: Create a product (image_url: string)',
      'get_balance: Get the balance (address: string = Address of the wallet)',
    ],
  },
  {
    id: 'facet.open-world.recipient',
    facet: 'open-world',
    note: 'a person that the caller chooses',
    why: 'The caller chooses the person that is reached.',
    test: (tool) =>
      !moves(tool) && (sending(tool) || calling(tool)) ? byParameter(free(tool, recipientKeys)) : undefined,
    matches: ['send_email: Send an email (to: string)', 'make_call: Make a phone call (to: string)'],
    misses: ['find_contact: Find a contact (email: string)'],
  },
  {
    id: 'facet.open-world.text',
    facet: 'open-world',
    note: 'the world outside',
    why: 'The text speaks of the web, the internet or outside services.',
    test: (tool) =>
      byText(
        tool,
        /\b(?:search|fetch|scrape|crawl|brows|look|quer|navigat|research|extract|read|download|find|collect|gather)\w{0,4}\b[^.]{0,50}\b(?:the web|internet|websites?|online|web ?pages?|social media|a page|external (?:api|service)s?)\b|\bweb search\b/iu,
        ['web', 'internet', 'online', 'social media', 'a page', 'external'],
      ),
    matches: ['web_search: Search the web'],
    misses: ['add: Add two numbers'],
  },
  {
    id: 'facet.open-world.local',
    facet: 'open-world',
    note: 'what is on this machine',
    why: 'Files, processes and sums on one machine do not reach outside.',
    test: (tool) =>
      says(tool, /\b(?:local|filesystem|on disk|knowledge graph|add two|working directory)\b/iu) && !sending(tool)
        ? no
        : undefined,
    matches: [],
    misses: [],
  },
  {
    id: 'facet.sink.send',
    facet: 'exfiltration-sink',
    note: 'which carries what the caller writes to others',
    why: 'What the caller writes is sent, posted, published or uploaded to others.',
    test: (tool) => (tool.reading.parameters.length > 0 && !moves(tool) ? byAct(sending(tool)) : undefined),
    matches: ['send_email: Send an email (to: string, body: string)'],
    misses: ['get_email', 'submit_usage: Submit usage data (units: number)'],
  },
  {
    id: 'facet.sink.address',
    facet: 'exfiltration-sink',
    note: 'an address that can carry data out',
    why: 'A free address can carry data to whoever answers there.',
    test: (tool) => byParameter(reached(tool)),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['list_files'],
  },
  {
    id: 'facet.sink.ui',
    facet: 'exfiltration-sink',
    note: 'which can send whatever is passed',
    why: 'A free request can send anything.',
    test: ({ resolution, decisive }) =>
      ['schema.http-method', 'run.http'].includes(resolution.rule) ? byAct(decisive[0]) : undefined,
    matches: ['http_request: Make an HTTP request.'],
    misses: ['list_files'],
  },
  {
    id: 'facet.communication.verb',
    facet: 'irreversible-communication',
    note: 'which reaches people',
    why: 'A message, a call or a publication reaches people and cannot be taken back.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { acts, reading } = tool;
      const named = reading.parameters.some(({ key }) => recipientKeys.has(key));
      return byAct(
        acts.find(
          ({ verb, object }) =>
            (loud.has(verb) && !object.some((word) => inward.has(word) && word !== 'page')) ||
            (telling.has(verb) &&
              !isHttp(tool) &&
              !moves(tool) &&
              (named || object.some((word) => messages.has(word)))) ||
            (verb === 'send' && object.includes('invoice')) ||
            (verb === 'schedule' && object.some((word) => messages.has(word))),
        ) ?? calling(tool),
      );
    },
    matches: ['send_email', 'publish_article', 'make_call', 'send_invoice'],
    misses: ['get_email', 'create_draft', 'api_post: POST to a path of the API (path: string)'],
  },
  {
    id: 'facet.communication.text',
    facet: 'irreversible-communication',
    note: 'which says that people are told',
    why: 'The text says that people are told, or that what is made is sent at once.',
    test: (tool) =>
      isEffect(tool)
        ? byText(
            tool,
            /\band (?:e-?mail|send)s? (?:it|them)\b|\b(?:attendees?|participants?|invitees|guests?|everyone(?: invited)?|members|followers|recipients?|customers?) (?:is|are|will be|gets?) (?:told|notified|informed|e-?mailed)\b|\bnotif(?:y|ies|ying) (?:the |all |its )?(?:attendees?|participants?|invitees|guests?|everyone|members|followers|customers?|people)\b/iu,
            ['mail', 'send', 'told', 'notif', 'inform'],
          )
        : undefined,
    matches: ['cancel_meeting: Cancel a meeting and notify the attendees', 'create_bill: Creates a bill and sends it'],
    misses: ['cancel_meeting: Cancel a meeting'],
  },
  {
    id: 'facet.publish.verb',
    facet: 'public-publish',
    note: 'which everyone can then see',
    why: 'It publishes to everyone.',
    test: (tool) =>
      isEffect(tool)
        ? byAct(
            tool.acts.find(
              ({ verb, object }) =>
                ['publish', 'tweet', 'retweet'].includes(verb) ||
                (['make', 'set', 'share', 'post'].includes(verb) && object.includes('public')),
            ),
          )
        : no,
    matches: ['publish_article', 'make_public'],
    misses: ['get_article'],
  },
];
