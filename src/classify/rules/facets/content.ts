/** What a tool brings in: private data, and text that outsiders can write. */
import type { Act } from '../../act.ts';
import { byAct, byParameter, type FacetRule, free, says } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import { words } from '../../rule.ts';
import { addressKeys } from './addresses.ts';

const handing = new Set(
  words(
    'get list read search find fetch retrieve show view export query download return describe lookup summarize analyze load open access select count explore inspect monitor browse peek receive pull extract scrape crawl watch tail transcribe navigate capture',
  ),
);
/** Things of the user or the organisation. */
const privateNouns = new Set(
  words(
    `email mail mailbox message inbox thread conversation chat dm sms calendar event contact note document doc file pull ticket issue task crm deal lead customer client user employee patient record account transaction trade invoice order payment payslip refund charge subscription log meeting transcript health activity memory repository codebase commit drive spreadsheet sheet attachment profile bookmark subscriber member expense candidate report`,
  ),
);
/** Some of them in the languages whose verbs are known. */
const foreignNouns = new Set(
  words(
    'cliente clientes pedido pedidos factura facturas documento documentos contacto contactos contato correo correos mensaje mensajes usuario usuarios commande commandes contrat contrats document documents facture factures kunde kunden auftrag rechnung rechnungen nachricht nachrichten datei dateien',
  ),
);
const unspacedNouns = words('客户 订单 邮件 消息 文件 用户 联系人 日历 予定 顧客 注文 メール 連絡先');
const pageNouns = new Set(words('page workspace wiki folder photo'));
const workspace = words('workspace notion confluence wiki space drive onedrive sharepoint album');
/** What is said of the world at large is not about the user. */
const openNouns =
  /\b(?:documentation|(?:api|library|reference|developer|official|product|framework) docs|docs (?:page|site)s?|public(?:ly)?|stock market|weather|news|wikipedia|npm|crypto(?:currency)?|the web|internet|market data|blockchain|on-?chain)\b/iu;
/** What people outside write. */
const outsiders = new Set(
  words(
    'web website webpage internet email mail inbox mailbox issue comment review post tweet thread feed rss news article message chat pull conversation discussion forum subtitle caption html feedback reply mention transcript attachment console',
  ),
);

/** Of `file contents` and `issue details` the first word tells what comes. */
const forms = new Set(
  words('content detail info information body text history data item entry thread part diff context list result'),
);
const isAbout = ({ object, heads, context }: Act, nouns: ReadonlySet<string>) =>
  (heads.some((word) => !forms.has(word)) ? heads : [...object, ...context]).some((word) => nouns.has(word));
const brings = ({ acts }: FacetTool, nouns: ReadonlySet<string>): Act | undefined =>
  acts.find((act) => handing.has(act.verb) && isAbout(act, nouns));
/** Other languages are not cut into a verb and its object: their words stand anywhere in it. */
const bringsForeign = ({ acts }: FacetTool): Act | undefined =>
  acts.find(
    ({ verb, object, head }) =>
      handing.has(verb) &&
      (object.some((word) => foreignNouns.has(word)) || unspacedNouns.some((noun) => head.includes(noun))),
  );
/** What is saved, bought or deleted on the way does not come back. */
const returns = ({ resolution: { category, rule } }: FacetTool) =>
  category === 'read' || (category === 'write' && !rule.startsWith('option.save') && rule !== 'change.export');
const filtering = new Set(words('list search find count query'));
const pages = new Set(['page']);
/** What a page shows, as text. */
const snapshot = (tool: FacetTool): Act | undefined =>
  tool.resolution.rule === 'look.screenshot' && says(tool, /\b(?:text|accessibility|dom|aria)\b/iu)
    ? tool.decisive[0]
    : undefined;
const isBrowser = ({ reading: { facts } }: FacetTool) =>
  ['browser', 'tab', 'screenshot', 'snapshot', 'accessibility'].some((word) => facts.textWords.has(word));

export const contentRules: readonly FacetRule[] = [
  {
    id: 'facet.private.read',
    facet: 'private-data',
    note: 'private data that comes back',
    why: 'What is read belongs to the user or the organisation: mail, files, tickets, customers, code.',
    test: (tool) => {
      if (!returns(tool)) return undefined;
      const page = workspace.some((word) => tool.reading.facts.textWords.has(word))
        ? brings(tool, pageNouns)
        : undefined;
      const act = brings(tool, privateNouns) ?? page ?? bringsForeign(tool);
      return act && !openNouns.test(tool.text.slice(0, 300)) ? byAct(act) : undefined;
    },
    matches: ['list_emails', 'get_customer', 'buscar_clientes: Busca clientes por nombre.'],
    misses: [
      'get_weather',
      'convert_document: Convert text to markdown',
      'take_screenshot: Take a screenshot of the page',
    ],
  },
  {
    id: 'facet.untrusted.address',
    facet: 'untrusted-content',
    note: 'an address that anyone may have written at',
    why: 'What stands at a free address may have been written by anyone.',
    test: (tool) => {
      const { category, rule } = tool.resolution;
      const reads = category === 'read' || ['run.http', 'schema.http-method', 'run.ui'].includes(rule);
      const parameter = reads ? free(tool, addressKeys) : undefined;
      // Where things are listed or searched, an address is what to look for among them.
      const isFilter = tool.acts.length > 0 && tool.acts.every(({ verb }) => filtering.has(verb));
      return isFilter || parameter?.path.length !== 1 ? undefined : byParameter(parameter);
    },
    matches: ['scrape_url: Scrape a page (url: string)'],
    misses: [
      'get_balance',
      'send_hook: Posts to a webhook (url: string)',
      'list_items: List items of the vault (url?: string)',
    ],
  },
  {
    id: 'facet.untrusted.read',
    facet: 'untrusted-content',
    note: 'text that outsiders can write',
    why: 'What is read may have been written by anyone: web pages, mail, issues, comments, posts.',
    test: (tool) => {
      const { category } = tool.resolution;
      if (category === 'financial' || category === 'destructive' || !(category === 'execute' || returns(tool)))
        return undefined;
      const isWeb = isBrowser(tool) || says(tool, /\b(?:web|html|site)\b/iu);
      const page = isWeb ? brings(tool, pages) : undefined;
      const act = brings(tool, outsiders) ?? page ?? snapshot(tool);
      // A queue holds what its own programs put there, a sign-in returns its own address, and “open” may mean make.
      const isOwn =
        tool.reading.facts.textWords.has('queue') ||
        act?.heads.includes('address') ||
        (category === 'write' && act?.verb === 'open');
      return isOwn ? undefined : byAct(act);
    },
    matches: ['list_comments', 'search_issues'],
    misses: ['get_balance', 'add', 'begin_signin: Starts the sign-in and returns a web address', 'search_books'],
  },
];
