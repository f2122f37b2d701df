/** Workflows, builds, installs, tests and what is rolled out. */
import { type ActRule, words } from '../rule.ts';

export const buildRules: readonly ActRule[] = [
  {
    id: 'run.suite',
    category: 'execute',
    why: 'Tests and benchmarks are programs that run.',
    note: 'which runs tests or benchmarks',
    verbs: words('run execute perform launch start'),
    object: words('benchmark suite regression unit e2e playwright jest vitest pytest cypress integration-test'),
    unless: ['report', 'result'],
    matches: ['run_benchmark', 'run_suite: Run the test suite'],
    misses: ['get_benchmark', 'run_search'],
  },
  {
    id: 'run.script-runner',
    category: 'execute',
    why: 'A script of the project that is run by a package manager or a build tool does whatever stands in it.',
    note: 'which runs a script of the project',
    verbs: words('run execute invoke'),
    object: words('npm npx yarn pnpm bun make makefile rake bazel cmake gradle maven mvn cargo'),
    unless: words('audit outdated search info list ls tree'),
    matches: ['prepare_shop: Run npm run prepare to set up the shop'],
    misses: ['run_audit: Run npm audit', 'npm_search'],
  },
  {
    id: 'run.ensure',
    category: 'execute',
    why: 'What is made sure to run is started where it does not.',
    note: 'which starts what does not run yet',
    verbs: ['ensure'],
    near: words('running started booted launched'),
    matches: ['ensure_daemon: Ensure that the daemon is running'],
    misses: ['ensure_folder: Ensure that a folder exists'],
  },
  {
    id: 'run.request-job',
    category: 'execute',
    why: 'An export, a scan or a check that is asked for runs by itself until it is done.',
    note: 'which starts a job',
    verbs: words('request rerequest'),
    head: words('export scan crawl recrawl rebuild rerun check suite'),
    when: ({ verb, heads }) => verb === 'rerequest' || !heads.some((head) => head === 'check' || head === 'suite'),
    matches: ['rerequest_check: Rerequest a check', 'ask_export: Request an export of all orders'],
    misses: ['request_check: Request a check by a colleague', 'request_review'],
  },
  {
    id: 'run.workflow',
    category: 'execute',
    why: 'A workflow, a pipeline or a scenario that is run does whatever its steps do.',
    note: 'which runs something',
    verbs: words('run execute start trigger launch'),
    head: words('workflow pipeline automation playbook dag flow macro scenario recipe runbook'),
    unless: words('search aggregation query review analysis'),
    matches: ['run_workflow: Run a complete workflow', 'execute_playbook'],
    misses: ['create_workflow', 'list_pipelines'],
  },
  {
    id: 'run.promote',
    category: 'execute',
    why: 'A build that is promoted to an environment is deployed there.',
    note: 'which deploys something',
    verbs: ['promote'],
    near: words(
      'release build canary deployment rollout job staging production stage environment pipeline replica standby',
    ),
    unless: words('agent draft user member offer posting opening milestone lead contact opportunity'),
    matches: ['promote_release: Promote a build to production'],
    misses: ['promote_user', 'create_release'],
  },
  {
    id: 'run.undo-rollout',
    category: 'execute',
    why: 'A rollout that is undone deploys what ran before.',
    note: 'which deploys something',
    verbs: words('undo revert'),
    head: words('rollout deployment release'),
    matches: ['rollout_undo: Undo the rollout of a service'],
    misses: ['undo_edit'],
  },
  {
    id: 'run.update-code',
    category: 'execute',
    why: 'An update to the latest version of a package or a plugin brings its own code.',
    note: 'which brings code onto a machine',
    verbs: ['update'],
    head: words('plugin plug-in package dependency theme extension core firmware kernel software'),
    when: ({ heads, context, object }) =>
      !heads.includes('setting') &&
      [...object, ...context].some((word) => ['latest', 'version', 'firmware', 'bootloader'].includes(word)),
    unless: words('metadata description travel setting record price'),
    matches: ['update_plugins: Update installed plugins to their latest version'],
    misses: ['update_package: Update the weight of a package'],
  },
  {
    id: 'run.flash',
    category: 'execute',
    why: 'Firmware that is flashed brings its own code onto a device.',
    note: 'which brings code onto a machine',
    verbs: words('flash upload burn program'),
    object: words('firmware sketch bootloader board rom microcontroller'),
    matches: ['flash_firmware: Flash a firmware image to the board'],
    misses: ['get_firmware_version', 'upload_file'],
  },
  {
    id: 'run.build',
    category: 'execute',
    why: 'Building, compiling or bundling runs a program.',
    note: 'which runs a build',
    verbs: words('build compile bundle transpile assemble'),
    unless: words(
      'command view recap vue query url link prompt filter path message context tree graph list report request expression string instruction disassembly index chart diagram summary payload schema table page map form knowledge transaction calldata embed plan itinerary template email list campaign audience segment record menu submenu section block navigation briefing dossier digest',
    ),
    matches: ['build_project', 'compile_contract'],
    misses: ['build_query', 'list_builds'],
  },
  {
    id: 'run.install',
    category: 'execute',
    why: 'What is installed or loaded brings its own code.',
    note: 'which brings code onto a machine',
    verbs: words('install upgrade reinstall sideload import load add'),
    head: words(
      'package dependency plugin plug-in extension app server mcp helm chart module skill addon add-on driver software library component theme apk integration release kext tool',
    ),
    when: ({ verb, object, head, facts }) =>
      ['install', 'reinstall', 'sideload'].includes(verb) ||
      (verb === 'upgrade' && head !== 'plan') ||
      (['add', 'import', 'load'].includes(verb) &&
        (head !== 'dependency' || packageWords.some((word) => facts.textWords.has(word))) &&
        ((object.includes('mcp') && head === 'server') ||
          (['package', 'dependency', 'plugin', 'plug-in', 'extension', 'addon'].includes(head) &&
            !object.includes('task') &&
            !object.includes('block') &&
            !object.includes('issue')))),
    unless: words('travel delivery shipping tour link task issue between story'),
    matches: ['install_package', 'add_mcp_server', 'install_plugin'],
    misses: ['list_packages', 'add_task_dependency'],
  },
  {
    id: 'change.upgrade-person',
    category: 'write',
    why: 'A person or an account that is moved to another tier or role stays there.',
    note: 'which sets a field of a record',
    verbs: ['upgrade'],
    head: words('user member account tier role level rank guest contact customer tenant group permission'),
    matches: ['upgrade_member: Upgrade a member to the gold tier'],
    misses: ['upgrade_package', 'upgrade'],
  },
  {
    id: 'run.install-any',
    category: 'execute',
    why: 'What is installed or loaded brings its own code.',
    note: 'which brings code onto a machine',
    verbs: words('install reinstall sideload upgrade'),
    unless: words('image picture photo media attachment'),
    matches: ['install'],
    misses: ['list_installed'],
  },
  {
    id: 'run.apply-manifest',
    category: 'execute',
    why: 'A manifest or a plan is a program for the cluster or the cloud.',
    note: 'which applies a manifest',
    verbs: ['apply'],
    near: words(
      'manifest terraform kubectl helm yaml plan infrastructure migration cluster kustomize playbook cloudformation stack configuration-plan resource migrations tf k8s kubernetes',
    ),
    unless: words('label filter style template discount coupon theme patch tag edit replacement'),
    matches: ['kubectl_apply', 'terraform_apply', 'apply_migration', 'apply_manifest'],
    misses: ['apply_label', 'apply_filter'],
  },
  {
    id: 'run.tests',
    category: 'execute',
    why: 'Running tests runs a program.',
    note: 'which runs tests',
    verbs: ['test'],
    object: words('sim simulator device suite e2e regression workflow automation scenario flow'),
    unless: ['connection'],
    matches: ['test_simulator: Run the tests on a simulator'],
    misses: ['test_connection'],
  },
];

const packageWords = words('package npm pip module library crate gem maven gradle cargo version yarn pnpm');
