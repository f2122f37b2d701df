/** How large something is and how many of it run. */
import { type ActRule, words } from '../rule.ts';

export const scaleRules: readonly ActRule[] = [
  {
    id: 'run.resize',
    category: 'execute',
    why: 'A machine or a cluster that gets another size is stopped, moved or joined by others.',
    note: 'which changes the size of something that runs',
    verbs: words('resize upsize downsize rescale'),
    near: words(
      'cluster droplet vm machine instance server node nodepool node-pool database db replica dyno worker vps linode container deployment service pool broker warehouse',
    ),
    unless: words('image photo window viewport column shape panel frame browser picture'),
    // A node of a drawing is no machine.
    when: ({ head, facts: { parameterNames, textWords } }) =>
      !parameterNames.has('width') &&
      !parameterNames.has('height') &&
      (head !== 'node' || ['cluster', 'pool', 'kubernetes', 'vm', 'server'].some((word) => textWords.has(word))),
    matches: ['resize_server', 'cluster_resize: Resize a cluster to another number of nodes'],
    misses: ['resize_image', 'get_instance_size'],
  },
  {
    id: 'look.scale',
    category: 'read',
    why: 'Numbers that are scaled come back in the answer.',
    note: 'which only calculates',
    verbs: ['scale'],
    head: words('recipe serving ingredient value number price unit vector matrix data amount quantity'),
    unless: words('replica pod'),
    matches: ['scale_recipe: Scale a recipe to more servings'],
    misses: ['scale_deployment'],
  },
  {
    id: 'change.scale',
    category: 'write',
    why: 'A shape, a picture or an object that is scaled stays so.',
    note: 'which edits something that stays',
    verbs: ['scale'],
    head: words('object shape mesh image layer node3d part body selection sketch element track clip'),
    unless: words('replica pod'),
    matches: ['scale_object: Scale an object of the scene'],
    misses: ['scale_deployment'],
  },
  {
    id: 'run.scale',
    category: 'execute',
    why: 'How many instances run is control of what runs.',
    note: 'which sets how many instances run',
    verbs: ['scale'],
    matches: ['scale_deployment', 'scale: Scale a service'],
    misses: ['list_scales'],
  },
];
