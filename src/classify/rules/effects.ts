/** Verbs that always change something, and say little of how: the last but one to be asked. */
import { type ActRule, words } from '../rule.ts';

export const effectRules: readonly ActRule[] = [
  {
    id: 'change.give',
    category: 'write',
    why: 'What is given or awarded to someone stays with them.',
    note: 'which makes something that stays',
    verbs: words('give award bestow'),
    head: words(
      'kudos praise item role permission access point badge award star reward xp gold achievement trophy coin credit karma weapon',
    ),
    unlessObject: words('list info information detail history'),
    matches: ['give_badge: Give a badge to a member', 'award_points'],
    misses: ['give_advice: Give advice on a topic', 'get_badge'],
  },
  {
    id: 'change.effect',
    category: 'write',
    why: 'Some verbs are never done without a change, whatever their object is.',
    note: 'which names an effect',
    verbs: words(
      `accredit actuate adjourn adopt affix allot apportion appoint award befriend bestow blacklist cede certify chmod chown cleanse confiscate consolidate constrain convene countersign
      dampen darken decorate defer deflate denylist deprecate desaturate designate disarm disengage disown dispense disseminate earmark elevate empower enact endow enforce engrave enlarge
      entrust equalize evacuate exempt expedite extinguish fasten flatten formalize furlough harden harmonize hoist ignore immunize impose impound inactivate incorporate induct inflate
      inoculate inscribe insulate interlock irrigate laminate lengthen liberate loosen memorialize mobilize moderate monetize muffle neutralize notarize nullify offboard oppose ordain
      outdent overclock overhaul pardon personalize pollinate preheat pressurize privatize prolong propagate prorate publicize purify quarantine quash ratify rebrand
      recategorize recenter reclaim recommission reconvene recruit rectify redefine redirect redistribute refuel refurbish rehome rehydrate rekey relieve
      remap remodel renounce renovate repack repaginate repartition repeal reprimand reprioritize repurpose requisition restrict retarget retitle retouch
      retrofit revamp revive rewire safeguard sequester shelve shrink soften stabilize sterilize stow straighten strengthen subordinate subsidize superimpose supersede suppress symlink
      teach teleport tether transplant undock unify usher vacate vaccinate waitlist waive warn weaken whitelist
      allowlist widen poke pickup relate tick tie personalise harmonise stabilise mobilise`,
    ),
    ambiguous: true,
    matches: ['quarantine_hosts: Quarantine hosts that match', 'waive_rule: Waives rules of a league'],
    misses: ['list_quarantined_hosts', 'get_quarantine'],
  },
];
