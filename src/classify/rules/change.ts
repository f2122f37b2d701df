/** Making and changing what stays: records, files, messages, settings, states. */
import { type ActRule, words } from '../rule.ts';
import { isEditing, isLookResolve, isMaking, weakEditors, weakMakers } from './making.ts';

export const changeRules: readonly ActRule[] = [
  {
    id: 'change.mark-done',
    category: 'write',
    why: 'Marking, finishing or approving sets a state that can be set back.',
    note: 'which sets a state',
    verbs: words(
      'complete mark finish resolve approve reject close reopen accept decline dismiss acknowledge ack snooze enable disable activate deactivate suspend unsuspend refuse veto advance lock unlock pin unpin mute unmute block unblock archive unarchive star unstar follow unfollow like dislike vote upvote downvote hide unhide flag unflag unmark toggle turn freeze unfreeze promote demote verify-domain confirm fulfill fulfil',
    ),
    when: (act) =>
      !['resolve', 'complete', 'confirm', 'close'].includes(act.verb) || !isLookResolve(act.verb, act, act.facts),
    matches: ['mark_as_read', 'complete_task', 'approve_expense', 'disable_account', 'archive_email'],
    misses: ['resolve_library_id', 'get_completed_tasks', 'look_up: Resolve event IDs into names'],
  },
  {
    id: 'change.detach',
    category: 'write',
    why: 'Cutting the tie between two things that both survive can be undone by tying it again.',
    note: 'which cuts a tie that can be tied again',
    verbs: words(
      'detach unlink unassign untag unlabel unsubscribe disassociate dissociate unbind ungroup leave unregister-listener unfriend unshare exclude unwatch unmount unset disconnect deselect unpublish-draft',
    ),
    matches: ['detach_volume', 'unassign_issue', 'unsubscribe', 'disconnect_nodes'],
    misses: ['attach_volume', 'disconnect_account'],
  },
  {
    id: 'change.permission',
    category: 'write',
    why: 'Granting, sharing or inviting lets others in, and can be taken back.',
    note: 'which lets someone in',
    verbs: words('grant share invite permit allow deny authorize-user delegate-access impersonate expose'),
    matches: ['grant_access', 'share_document', 'invite_user'],
    misses: ['revoke_access', 'list_invites'],
  },
  {
    id: 'change.message',
    category: 'write',
    why: 'What is sent, posted or published reaches others and stays.',
    note: 'which sends something to others',
    verbs: words(
      'send post reply publish comment message notify inform email dm text sms tweet retweet repost broadcast announce forward respond mention react nudge ping-user remind alert fax mail toot whisper say speak unpublish relist republish crosspost greet-user',
    ),
    when: ({ verb, object, facts }) =>
      !['text', 'alert', 'message', 'email', 'comment', 'mail', 'say', 'speak', 'respond', 'post'].includes(verb) ||
      object.length > 0 ||
      facts.parameters.length > 0,
    matches: ['send_email', 'post_message', 'publish_article', 'reply_to_review'],
    misses: ['get_message', 'list_posts'],
  },
  {
    id: 'change.make',
    category: 'write',
    why: 'Creating or adding makes something that stays.',
    note: 'which makes something that stays',
    verbs: words(
      'create add insert append prepend make new compose write draft save store persist record log note remember memorize register enroll subscribe submit upload import put set define declare book reserve schedule reschedule open-issue file scaffold bootstrap initialize provision copy clone duplicate fork commit push merge stash bookmark favorite join rsvp enqueue stage allocate attach link bind associate connect pair assign tag label annotate classify-as categorize-as track-time contribute plant spawn-entity place instantiate establish open capture track introduce embed-into ingest capture-note learn seed populate sign init remix template cherrypick cherry-pick backup snapshot mount checkpoint report nominate request apply-for propose donate-data rate review-submit mirror generate-and-save inject plug index hold clock contest dispute appeal challenge endorse enlist vouch pledge petition sow water feed trust queue craft harvest smelt',
    ),
    when: ({ verb, object, facts }) => !weakMakers.has(verb) || isMaking(verb, object, facts),
    matches: ['create_issue', 'add_comment', 'save_note', 'write_file', 'upload_file'],
    misses: ['get_issue', 'list_files'],
  },
  {
    id: 'change.make-weak',
    category: 'write',
    why: 'Saving, recording or connecting makes something that stays, unless the text says otherwise.',
    note: 'which makes something that stays',
    verbs: words(
      'record log note file report request sign set put backup snapshot connect place review rate open capture track learn stage',
    ),
    when: ({ verb }) => verb !== 'review' && verb !== 'open' && verb !== 'capture' && verb !== 'track',
    ambiguous: true,
    matches: ['log_line', 'request_thing'],
    misses: ['get_log', 'track_shipment'],
  },
  {
    id: 'change.edit',
    category: 'write',
    why: 'Updating, moving or setting changes something that stays and can be changed back.',
    note: 'which changes something that stays',
    verbs: words(
      'update edit modify change set patch rename move adjust replace alter upsert sync configure customize transition reorder rearrange reparent rotate flip crop resize scale-node align distribute group split convert-file correct fix rewrite refactor reformat migrate merge swap increment decrement increase decrease raise lower extend shorten restore revert undo redo renew transfer reassign escalate deescalate translate-file apply rebase squash amend override bump redeem-points switch dim brighten fill colour color paint draw-on reindex refresh renumber unstage optimize normalize-data organize downgrade relocate reposition delay postpone fade format-file substitute inline integrate repair protect style reinvite collapse expand shuffle mask mirror-image embed concat-files transcode dedupe pad stretch move-up demux trim-file snap retag renumber relabel rotate-image recolor reactivate reinstate rearm sharpen blur watermark caption-image stitch extrude chamfer fillet bevel revolve loft subdivide decimate thicken knit solidify sculpt knead smooth weld texture rig cut slice splice recode retime mute-track sharpen-image deform dispatch-edit escalate postpone cancel-edit revise amend-draft polish improve-file admit discharge mutate transition-stage rebalance reroute reorganize reprice restock replenish mark-up equip wear cast-spell level-up build-structure indent shift tune calibrate level reclassify enrich tighten sanitize-file reconcile settle finalize unpublish release unpublish',
    ),
    when: ({ verb, object, facts }) => !weakEditors.has(verb) || isEditing(verb, object, facts),
    matches: ['update_issue', 'rename_file', 'move_card', 'restore_page'],
    misses: ['get_updates', 'create_issue'],
  },
  {
    id: 'change.queue',
    category: 'write',
    why: 'Taking a message off a queue, or leasing it, changes what the next reader sees.',
    note: 'which takes something off a queue',
    verbs: words('dequeue consume pop lease nack'),
    matches: ['dequeue_message', 'pop_job'],
    misses: ['peek_message'],
  },
  {
    id: 'change.manage',
    category: 'write',
    why: '“Manage” does not say what is done; until someone knows, it is taken to change things.',
    note: 'which does not say what is done',
    verbs: words('manage handle control maintain administer process perform operate-on'),
    ambiguous: true,
    matches: ['manage_users', 'control_lights'],
    misses: ['list_users'],
  },
];
