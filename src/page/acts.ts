/** Verbs of names by what they ask for. */
const acts = new Map(
  Object.entries({
    look: 'get list read fetch show retrieve view describe display load check inspect return search find query lookup count browse',
    make: 'create add insert make',
    change: 'update edit modify set patch change',
    drop: 'delete remove destroy drop clear purge erase',
    send: 'send post publish',
    run: 'run execute start invoke trigger',
  }).flatMap(([act, verbs]) => verbs.split(' ').map((verb): [string, string] => [verb, act])),
);

/** One word for verbs that ask for the same; undefined for a verb that few names have. */
export const actOf = (verb: string): string | undefined => acts.get(verb);
