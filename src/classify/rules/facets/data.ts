/** What data passes: secrets, private data, and text that outsiders can write. */
import { any, byParameter, type FacetRule, free, no, noneSuch, says, yes } from '../../facet-rule.ts';
import { words } from '../../rule.ts';

const secretKeys = new Set(
  words(
    'password passwd passphrase apikey apitoken accesstoken token secret clientsecret privatekey secretkey credential credentials authtoken bearertoken refreshtoken mnemonic seedphrase connectionstring cookie cookies jwt pat otp pin databaseurl authorization newpassword secretvalue signingkey webhooksecret',
  ),
);
const pageTokens =
  /\b(?:page|pagination|cursor|continuation|next|idempot|max|limit|number of|cancel|token count|budget)/iu;
const secretNouns = words(
  'secret password credential apikey token passphrase keypair jwt otp mnemonic env cookie passkey',
);
const messages = words(
  'email mail message inbox thread conversation chat dm sms calendar event contact note document file page ticket issue task crm deal lead customer user employee patient record account transaction invoice order payment log meeting transcript health activity memory repository code commit drive folder spreadsheet sheet database table row attachment photo profile bookmark history subscriber member expense candidate',
);
const outsiders = words(
  'web website webpage page url internet search email mail inbox issue comment review post tweet thread feed rss news article message chat ticket pull conversation discussion forum video subtitle caption scrape crawl html feedback reply mention transcript',
);
const addressKeys = new Set(
  words(
    'url uri urls webhook webhookurl endpoint host hostname domain baseurl targeturl link address callbackurl sourceurl imageurl fileurl videourl pageurl siteurl href website',
  ),
);

export const dataRules: readonly FacetRule[] = [
  {
    id: 'facet.secrets-in.parameter',
    facet: 'secrets-in',
    note: 'a secret that is passed in',
    why: 'A parameter takes a password, a key or a token.',
    test: ({ reading }) =>
      byParameter(
        reading.parameters.find(
          ({ key, types, description, isFree }) =>
            secretKeys.has(key) &&
            isFree &&
            (types.length === 0 || types.includes('string')) &&
            !(key === 'token' || key === 'pin' || key === 'authorization' ? pageTokens.test(description) : false),
        ),
      ),
    matches: ['login: Log in (username: string, password: string)'],
    misses: ['list_files: List files (page_token: string)'],
  },
  noneSuch('secrets-in', 'facet.secrets-in.none', 'No parameter takes a secret.'),
  {
    id: 'facet.secrets-out.read',
    facet: 'secrets-out',
    note: 'a secret that is handed out',
    why: 'What is read or made is a password, a key or a token.',
    test: ({ reading, resolution, verbs, objects }) => {
      const word =
        any(objects, secretNouns) ??
        (objects.has('api') && objects.has('key')
          ? 'key'
          : objects.has('private') && objects.has('key')
            ? 'key'
            : undefined);
      const hands = any(
        verbs,
        words(
          'get read retrieve show fetch reveal export create generate rotate regenerate issue list dump download query describe return',
        ),
      );
      if (
        !word ||
        !hands ||
        (word === 'token' &&
          (reading.facts.textWords.has('blockchain') ||
            reading.facts.textWords.has('count') ||
            reading.facts.textWords.has('balance') ||
            reading.facts.textWords.has('erc20') ||
            reading.facts.textWords.has('price') ||
            reading.facts.textWords.has('design') ||
            reading.facts.textWords.has('swap')))
      )
        return undefined;
      if (word === 'env' && !reading.facts.textWords.has('variable')) return undefined;
      if (resolution.category === 'destructive' && !verbs.has('rotate') && !verbs.has('regenerate')) return undefined;
      if (
        /\b(?:metadata only|names only|masked|redacted|without (?:the )?values?|not (?:the )?values?)\b/iu.test(
          reading.description.slice(0, 4000),
        )
      )
        return no;
      return yes({ word });
    },
    matches: ['get_secret', 'create_api_key'],
    misses: ['get_issue', 'count_tokens: Count the tokens of a text'],
  },
  {
    id: 'facet.private.read',
    facet: 'private-data',
    note: 'private data that comes back',
    why: 'What is read belongs to the user or the organisation: mail, files, tickets, customers, code.',
    test: ({ reading, resolution, verbs, objects }) => {
      if (resolution.category !== 'read' && !any(verbs, words('get list read search find export query download')))
        return undefined;
      if (
        !any(
          verbs,
          words(
            'get list read search find fetch retrieve show export query download view return describe lookup summarize analyze load open access select count explore inspect monitor',
          ),
        )
      )
        return undefined;
      if (
        /\b(?:documentation|docs|public|stock|weather|news|wikipedia|npm|crypto|the web|internet)\b/iu.test(
          reading.description.slice(0, 300),
        )
      )
        return undefined;
      const word = any(objects, messages);
      return word ? yes({ word }) : undefined;
    },
    matches: ['list_emails', 'get_customer'],
    misses: ['get_weather'],
  },
  {
    id: 'facet.untrusted.read',
    facet: 'untrusted-content',
    note: 'text that outsiders can write',
    why: 'What is read may have been written by anyone: web pages, mail, issues, comments, posts.',
    test: (tool) => {
      const { resolution, verbs, objects } = tool;
      if (resolution.category !== 'read' && resolution.category !== 'execute') return undefined;
      if (
        !any(
          verbs,
          words(
            'get list read search find fetch retrieve show view scrape crawl extract summarize navigate download browse lookup take capture monitor query return open load transcribe',
          ),
        )
      )
        return undefined;
      const url = free(tool, addressKeys);
      if (url) return yes({ parameter: url });
      const word = any(objects, outsiders);
      return word && !(word === 'page' && says(tool, /\bpagination\b/iu)) ? yes({ word }) : undefined;
    },
    matches: ['scrape_url: Scrape a page (url: string)', 'list_comments'],
    misses: ['get_balance', 'add'],
  },
];
