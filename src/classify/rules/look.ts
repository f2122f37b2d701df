/** Looking, calculating, planning: nothing outside is different afterwards. */
import { type ActRule, words } from '../rule.ts';

export const lookRules: readonly ActRule[] = [
  {
    id: 'look.instructions',
    category: 'read',
    why: 'Commands, steps or source that come back in the answer are for the caller to use; nothing is run.',
    note: 'which hands back instructions',
    verbs: words('get return provide show explain give generate produce suggest build emit supply'),
    head: words(
      'command commands instruction instructions guidance guide tutorial walkthrough snippet boilerplate syntax source markup checklist documentation doc docs',
    ),
    when: ({ verb, facts, object }) =>
      !['output', 'result', 'history', 'status', 'data', 'media'].some((word) => object.includes(word)) &&
      (verb !== 'generate' || !facts.parameterNames.has('outputpath')),
    matches: ['install_command: Return the command that installs a component'],
    misses: ['run_command', 'get_command_output'],
  },
  {
    id: 'look.form',
    category: 'read',
    why: 'A form that is shown is filled in and sent by a person.',
    note: 'which shows a form to a person',
    verbs: words('show display present'),
    head: ['form'],
    matches: ['setup_password: Show a form for the password'],
    misses: ['submit_form', 'create_form'],
  },
  {
    id: 'look.how',
    category: 'read',
    why: 'Saying how something is done does not do it.',
    note: 'which says how something is done',
    verbs: ['advisehow'],
    matches: ['refactor_code: Suggest how to refactor a piece of code'],
    misses: ['refactor_code', 'suggest_names'],
  },
  {
    id: 'look.here',
    category: 'read',
    why: 'A tool to begin with explains the others.',
    note: 'which explains',
    verbs: words('start begin'),
    object: ['here'],
    matches: ['start_here: Start here'],
    misses: ['start_server'],
  },
  {
    id: 'look.code-place',
    category: 'read',
    why: 'Going to a place in the code looks at it.',
    note: 'which only looks',
    verbs: words('go navigate open'),
    near: words('definition declaration symbol reference implementation'),
    unless: ['browser'],
    matches: ['go_to_definition: Go to the definition of a symbol'],
    misses: ['navigate_page'],
  },
  {
    id: 'look.ask',
    category: 'read',
    why: 'A question that is asked and answered changes nothing; the name may say more.',
    note: 'which asks for something',
    verbs: words('ask talk converse prompt'),
    ambiguous: true,
    matches: ['ask_question'],
    misses: ['create_question'],
  },
  {
    id: 'look.up',
    category: 'read',
    why: 'Getting, listing, searching and describing leave everything as it was.',
    note: 'which only looks',
    verbs:
      words(`get list read find search query describe show view fetch retrieve lookup count inspect browse explore see peek poll watch tail observe ping whoami enumerate display
      introspect probe interrogate scour grab pinpoint ascertain discover locate trace identify determine monitor scrape return provide access obtain gather collect-info examine study scout navigate cat head grep glob tree stat ls which peruse look visit-page wait sleep await echo hello help about know answer greet lookback hear listen index-of surface report-on scrollto spider-page sniff stats print-info pull-data traverse offer explore-graph present whois nslookup decompose-view preview-url highlight-info recall query-data extract-info crawl-page load-info`),
    matches: ['get_issue', 'list_users', 'search_documents', 'describe_instance'],
    misses: ['create_issue', 'delete_user'],
  },
  {
    id: 'look.think',
    category: 'read',
    why: 'Calculating, checking, comparing and explaining happen inside the answer.',
    note: 'which only calculates or checks',
    verbs:
      words(`receive check validate verify analyze summarize calculate compute compare evaluate assess measure estimate predict forecast score rank lint preview plan diff explain suggest recommend translate
      transcribe convert parse extract detect format hash encode decode think reason brainstorm classify categorize tokenize simulate chat infer interpret quote rephrase paraphrase proofread critique review audit diagnose prettify
      recalculate recompute rescore regrade match filter sort aggregate sample profile-data solve multiply subtract divide sum average round derive decompose factor consult advise highlight guide reflect rate judge triage prioritize embed vectorize visualize plot chart graph draw diagram outline sketch test scan track map geocode reverse correlate cluster-data normalize sanitize-text stringify minify beautify transform highlight-code inspect-code render illustrate research profile stress fuzz benchmark concat understand investigate troubleshoot debug-info confirm-info checkpoint-info forecast-weather resolve complete expand-url shorten-text roll flip-coin pick guess choose decide cross-reference search-and-rank benchmark-info simplify differentiate decrypt encrypt unwrap deobfuscate disassemble decompile measure-distance snap-to identify-language give demonstrate integrate synthesize-text rewrite-text suggest-names intersect join-data group-by backtest interpolate extrapolate tabulate characterize quantify contrast scrutinize survey gauge weigh prove disambiguate dereference unfurl unshorten crosscheck fact-check spellcheck autocomplete rerank chunk lemmatize anonymize redact escape unescape screen slugify transliterate romanize pronounce conjugate rhyme spell debug optimize refactor improve enhance annotate dissect condense tally vet humanize demangle symbolicate serialize deserialize deduce triangulate appraise impute crunch eyeball recognize quiz`),
    ambiguous: true,
    matches: ['calculate_route', 'validate_schema', 'analyze_sentiment', 'translate_text'],
    misses: ['create_plan', 'execute_plan'],
  },
  {
    id: 'look.generate-text',
    category: 'read',
    why: 'Text, numbers or code that come back in the answer are made without changing anything.',
    note: 'which makes something that comes back in the answer',
    verbs: words('generate produce build compile assemble prepare make synthesize create compose draft write design'),
    head: words(`view recap vue command summary report uuid password id name text query prompt suggestion description insight recommendation documentation response answer idea hash number qr qrcode code outline plan question title embedding link
      chart diagram graph map overview analysis forecast explanation url barcode digest list changelog content example snippet sql regex mermaid heatmap plot treemap caption quiz visualization roadmap brief stats statistics preview lorem ipsum sequence string color palette schema type test review payload`),
    when: ({ verb }) => ['generate', 'produce', 'build', 'compile', 'assemble', 'prepare', 'synthesize'].includes(verb),
    ambiguous: true,
    matches: ['generate_uuid', 'generate_report', 'build_query'],
    misses: ['generate_image', 'create_report'],
  },
  {
    id: 'look.generate-any',
    category: 'read',
    why: 'What is generated and comes back in the answer changes nothing outside.',
    note: 'which makes something that comes back in the answer',
    verbs: words('generate produce synthesize prepare'),
    ambiguous: true,
    matches: ['generate_thing', 'prepare_context'],
    misses: ['create_chart'],
  },
  {
    id: 'look.export',
    category: 'read',
    why: 'An export or a download whose content comes back in the answer changes nothing outside.',
    note: 'which hands back the content',
    verbs: words(
      'zip compress decompress unzip untar export download dump load open pull capture take screenshot snapshot print stream import-info scroll focus select resize emulate zoom pan activate-tab highlight collect set-viewport switch switch-tab connect use subscribe-info crop-info begin close',
    ),
    ambiguous: true,
    matches: ['export_report: Return the report as CSV', 'download_attachment'],
    misses: ['upload_file'],
  },
];
