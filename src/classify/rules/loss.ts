/** Removing, clearing, resetting: what is lost, and whether the same caller could put it back. */
import { type ActRule, words } from '../rule.ts';

export const loss = words(
  'delete remove erase drop purge wipe destroy discard clear empty flush reset truncate trim prune clean nuke shred',
);

/** A parameter that says which part is replaced. */
const picksPart =
  /find|search|old|pattern|match|from|query|range|select|start|line|section|heading|block|offset|position|anchor|edit|target|replacement/;

export const lossRules: readonly ActRule[] = [
  {
    id: 'loss.recreate',
    category: 'destructive',
    why: 'Recreating a machine or a database from scratch loses what was on it.',
    note: 'which starts again from nothing',
    verbs: words('recreate reinstall reimage reformat rebuild'),
    object: words('machine vm server instance database os system disk droplet volume schema'),
    when: ({ verb, object }) => verb !== 'rebuild' || !object.includes('database'),
    matches: ['recreate_virtual_machine', 'reinstall_server'],
    misses: ['recreate_container', 'restart_vm'],
  },
  {
    id: 'run.drop-onto',
    category: 'execute',
    why: 'What is dropped onto a live page does whatever the page makes of it.',
    note: 'which gives input to a live screen or device',
    verbs: ['drop'],
    near: words('element page dropzone target coordinate'),
    when: ({ facts }) => facts.textWords.has('element') || facts.textWords.has('drag'),
    unless: words('table column index database collection'),
    matches: ['drop: Drop files onto an element of the page'],
    misses: ['drop_table', 'drop_database'],
  },
  {
    id: 'loss.undo-transaction',
    category: 'destructive',
    why: 'Rolling back an open transaction throws away what it had done.',
    note: 'which throws away uncommitted work',
    verbs: words('rollback discard'),
    object: words('transaction savepoint change changes modification draft'),
    matches: ['rollback_transaction', 'discard_changes'],
    misses: ['rollback_deployment'],
  },
  {
    id: 'loss.restore-over',
    category: 'destructive',
    why: 'Restoring a backup puts old data in the place of live data.',
    note: 'which puts old data in the place of live data',
    verbs: words('restore rollback'),
    when: ({ verb, object, context }) =>
      verb === 'restore' ||
      [...object, ...context].some((word) => word === 'snapshot' || word === 'backup') ||
      (context.includes('commit') && object.some((word) => ['configuration', 'config', 'file'].includes(word))),
    near: words('backup snapshot database db point-in-time checkpoint dump cluster copy savepoint commit'),
    matches: ['restore_backup', 'restore_database'],
    misses: ['restore_page', 'restore_email'],
  },
  {
    id: 'loss.replace-content',
    category: 'destructive',
    why: 'Whole contents that are replaced, and not searched for what to replace, are lost.',
    note: 'which puts new content in the place of the old',
    verbs: ['replace'],
    head: words('content contents body ruleset record records row rows item items'),
    unless: words('text string occurrence match word placeholder variable part section block line range tag label'),
    when: ({ facts: { parameterNames } }) => ![...parameterNames].some((name) => picksPart.test(name)),
    matches: ['update_page: Replace content in a page (content: string)', 'replace_catalog_items'],
    misses: ['replace_content: Replace content in a page (find: string, content: string)', 'replace_text'],
  },
  {
    id: 'loss.force-push',
    category: 'destructive',
    why: 'A forced push overwrites history that others may hold.',
    note: 'which overwrites history',
    verbs: words('forcepush push'),
    when: ({ verb, object, context }) => verb === 'forcepush' || [...object, ...context].includes('force'),
    unless: words('notification sale sales'),
    matches: ['repo_force-push: Force-push the branch'],
    misses: ['push_files'],
  },
  {
    id: 'loss.reset-state',
    category: 'destructive',
    why: 'A reset throws away the current values.',
    note: 'which throws away the current values',
    verbs: ['reset'],
    unless: words('timer counter count view zoom camera position map layout'),
    when: ({ facts: { textWords } }) => !textWords.has('unstage') || textWords.has('hard') || textWords.has('discard'),
    matches: ['reset_settings', 'reset_database'],
    misses: ['reset_viewport', 'reset_timer'],
  },
  {
    id: 'change.reset-small',
    category: 'write',
    why: 'Putting a view, a timer or a counter back to its start loses nothing that is kept.',
    note: 'which puts a small state back to its start',
    verbs: ['reset'],
    matches: ['reset_timer', 'reset_zoom'],
    misses: ['reset_settings'],
  },
  {
    id: 'loss.entity',
    category: 'destructive',
    why: 'Deleting, wiping or dropping something loses it: the same caller could not put it back with one call.',
    note: 'which removes something for good',
    verbs: [
      ...loss,
      ...words(
        'uninstall deprovision teardown deregister unregister terminate obliterate rmdir kick ban expel evict overwrite zap expunge decommission dispose factory-reset',
      ),
    ],
    unless: words('zap-workflow'),
    matches: ['delete_branch', 'clear_logs', 'terminate_instance', 'helm_uninstall', 'empty_trash'],
    misses: ['list_deleted_items', 'remove_reaction', 'purge_cache', 'clear_console'],
  },
  {
    id: 'loss.garbage',
    category: 'destructive',
    why: 'What a garbage collection of a store finds unused is deleted.',
    note: 'which deletes what nothing refers to',
    verbs: words('start run trigger collect perform execute'),
    object: ['garbage'],
    near: words('registry blob manifest artifact layer image storage'),
    matches: ['start_gc: Start a garbage collection of a registry'],
    misses: ['run_gc: Run a garbage collection of the heap'],
  },
  {
    id: 'loss.drain',
    category: 'destructive',
    why: 'A queue that is drained has lost what waited in it.',
    note: 'which empties something for good',
    verbs: ['drain'],
    near: words('queue stream topic buffer backlog'),
    matches: ['drain_queue: Drain a queue'],
    misses: ['drain_node'],
  },
  {
    id: 'loss.invalidate',
    category: 'destructive',
    why: 'What has expired, been discarded or invalidated does not work any more.',
    note: 'which makes something stop working for good',
    verbs: words('expire invalidate forget deactivate-permanently void cancel-permanently'),
    matches: ['expire_link', 'forget_memory'],
    misses: ['get_expired_links', 'invalidate_cache'],
  },
];
