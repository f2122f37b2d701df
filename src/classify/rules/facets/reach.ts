/** Whom a call reaches: hosts and people outside, and what it can carry to them. */
import { any, byParameter, byText, type FacetRule, free, isEffect, no, says, yes } from '../../facet-rule.ts';
import { words } from '../../rule.ts';

const sinks = words(
  'send post publish share reply comment forward upload tweet email message notify broadcast submit push invite dm sms respond retweet',
);
const addressKeys = new Set(
  words(
    'url uri urls webhook webhookurl endpoint host hostname domain baseurl targeturl link address callbackurl sourceurl imageurl fileurl videourl pageurl siteurl href website',
  ),
);
const recipientKeys = new Set(
  words(
    'to recipient recipients cc bcc email emails phone phonenumber tonumber chatid channel channelid userid recipientid touser',
  ),
);

export const reachRules: readonly FacetRule[] = [
  {
    id: 'facet.open-world.address',
    facet: 'open-world',
    note: 'an address that the caller chooses',
    why: 'The caller chooses the address or the person that is reached.',
    test: (tool) =>
      byParameter(free(tool, addressKeys) ?? (any(tool.verbs, sinks) ? free(tool, recipientKeys) : undefined)),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['list_files'],
  },
  {
    id: 'facet.open-world.text',
    facet: 'open-world',
    note: 'the world outside',
    why: 'The text speaks of the web, the internet or outside services.',
    test: (tool) =>
      byText(
        tool,
        /\b(?:the web|internet|website|web search|online|web ?pages?|external (?:api|service)|third[- ]party|social media|public api)\b/iu,
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
      !any(tool.verbs, sinks) &&
      says(tool, /\b(?:local|filesystem|on disk|knowledge graph|add two|working directory)\b/iu)
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
    test: (tool) => {
      const word = isEffect(tool) ? any(tool.verbs, sinks) : undefined;
      return word && tool.reading.parameters.length > 0 ? yes({ word }) : undefined;
    },
    matches: ['send_email: Send an email (to: string, body: string)'],
    misses: ['get_email'],
  },
  {
    id: 'facet.sink.address',
    facet: 'exfiltration-sink',
    note: 'an address that can carry data out',
    why: 'A free address can carry data to whoever answers there.',
    test: (tool) =>
      byParameter(free(tool, new Set(words('url uri webhook webhookurl endpoint baseurl targeturl callbackurl')))),
    matches: ['fetch: Fetch a page (url: string)'],
    misses: ['list_files'],
  },
  {
    id: 'facet.sink.ui',
    facet: 'exfiltration-sink',
    note: 'which can send whatever is typed',
    why: 'Input to a live page, a program or a request can send anything.',
    test: ({ resolution }) =>
      ['schema.http-method', 'run.http'].includes(resolution.rule)
        ? yes({ word: resolution.verdict.vote?.act.verb ?? '' })
        : undefined,
    matches: [],
    misses: [],
  },
  {
    id: 'facet.communication.verb',
    facet: 'irreversible-communication',
    note: 'which reaches people',
    why: 'A message, a call or a publication reaches people and cannot be taken back.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { verbs, objects, reading } = tool;
      const strong = any(verbs, words('email sms tweet dm dial broadcast notify publish retweet invite reply forward'));
      if (strong) return yes({ word: strong });
      const sent = any(verbs, words('send post'));
      const word = any(
        objects,
        words(
          'email mail message sms notification tweet post invitation dm reply newsletter campaign call text chat whatsapp story',
        ),
      );
      if (sent && (word || reading.parameters.some(({ key }) => recipientKeys.has(key)))) return yes({ word: sent });
      return any(verbs, words('make place start')) && objects.has('call') ? yes({ word: 'call' }) : undefined;
    },
    matches: ['send_email', 'publish_article', 'make_call'],
    misses: ['get_email', 'create_draft'],
  },
  {
    id: 'facet.publish.verb',
    facet: 'public-publish',
    note: 'which everyone can then see',
    why: 'It publishes to everyone.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const word = any(tool.verbs, words('publish tweet retweet'));
      return word
        ? yes({ word })
        : tool.objects.has('public') && any(tool.verbs, words('make set share post'))
          ? yes({ word: 'public' })
          : undefined;
    },
    matches: ['publish_article', 'make_public'],
    misses: ['get_article'],
  },
];
