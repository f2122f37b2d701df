/** Pictures, sounds, films and models that a metered job makes or changes. */
import type { Act } from '../act.ts';
import { media } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';

export const mediaRules: readonly ActRule[] = [
  {
    id: 'run.media',
    category: 'execute',
    why: 'Making an image, a sound, a video or a model is a metered job.',
    note: 'which starts a metered job that makes media',
    verbs: words(
      'generate create synthesize animate render compose imagine inpaint upscale remix produce edit transform restyle make convert extend vary dub clone design outpaint turn reframe uncrop faceswap lipsync',
    ),
    when: ({ verb, object, heads, context, facts }) =>
      isMedia(verb, { object, heads, context }, facts.textWords, facts.parameterNames, facts.nameWords),
    unlessObject: words(
      'link url metadata folder album comment description placeholder icon-list reference tag prompt label caption alt docker container vm machine os disk iso ami registry base job-template upload thumbnail-setting slot pull mesh-instance node section post layer',
    ),
    matches: [
      'generate_image',
      'text_to_speech_generate: Generate speech from text',
      'create_video: Create a video from a prompt',
    ],
    misses: ['create_image_folder', 'generate_report', 'get_image'],
  },
  {
    id: 'run.speak',
    category: 'execute',
    why: 'A text that is spoken is played, or made into sound by a metered job.',
    note: 'which plays or makes sound',
    verbs: words('speak say narrate'),
    when: ({ verb, facts: { textWords } }) =>
      ['voice', 'aloud', 'tts', 'speech'].some((word) => textWords.has(word)) ||
      (verb === 'narrate' && textWords.has('audio')),
    unless: words('channel chat room'),
    matches: ['speak: Speak a text aloud'],
    misses: ['say: Say hello to a channel'],
  },
  {
    id: 'run.media-tools',
    category: 'execute',
    why: 'A model that changes a picture, a voice or a film is a metered job.',
    note: 'which starts a metered job that makes media',
    verbs: words(
      'clone create make remove replace enhance change restore colorize upscale denoise isolate swap stylize relight retouch expand restyle cartoonize',
    ),
    object: words('voice background face object watermark photo image vocal picture portrait noise'),
    when: ({ verb, object, context, facts: { textWords, parameterNames } }) =>
      ((verb === 'clone' || object.includes('clone')) && object.includes('voice')) ||
      (/^(?:restyle|cartoonize|colorize)$/.test(verb) && object.some((word) => pictured.has(word))) ||
      (verb === 'swap' && object.includes('face') && [...object, ...context].some((word) => pictured.has(word))) ||
      ((textWords.has('ai') || parameterNames.has('prompt')) &&
        ['image', 'picture', 'photo', 'video', 'audio'].some((word) => textWords.has(word))),
    matches: [
      'clone_voice: Clone a voice from samples',
      'remove_background: Remove the background of an image with AI',
    ],
    misses: ['remove_background', 'clone_repository'],
  },
];

const mediaWords = new Set(media);
const artVerbs = new Set([
  'edit',
  'transform',
  'restyle',
  'extend',
  'convert',
  'clone',
  'make',
  'create',
  'vary',
  'design',
  'produce',
  'compose',
  'remix',
  'render',
]);

const pictured = new Set(words('image picture photo video audio music artwork illustration portrait selfie'));
/** What a model makes a picture, a sound or a film from. */
const sources = new Set(words('prompt multimodal lyric text script description sketch'));
const isVariant = (word: string) => word === 'variation' || word === 'variant';
const goods = words('product sku price attribute component');
const drawn = new Set(words('pdf html svg mermaid latex csv json url page markdown dot plantuml'));

function isMedia(
  verb: string,
  { object, heads, context }: Pick<Act, 'object' | 'heads' | 'context'>,
  text: ReadonlySet<string>,
  parameters: ReadonlySet<string>,
  nameWords: readonly string[],
): boolean {
  // A variation of a headline or of a product is none of a picture.
  if (heads.some(isVariant)) {
    if ([...object, ...context].some((word) => pictured.has(word)) && !goods.some((word) => text.has(word)))
      return true;
    if (heads.every(isVariant) && ![...pictured].some((word) => text.has(word))) return false;
  }
  // `Animate a portrait from an image and audio`; keyframes move a thing of a scene.
  if (verb === 'animate' && [...object, ...context].some((word) => pictured.has(word)) && !text.has('keyframe'))
    return true;
  // A map of given places is drawn, by no model.
  if (object.includes('map') && !parameters.has('prompt') && !text.has('ai')) return false;
  const named = object.some((word) => mediaWords.has(word));
  // Pictures of pages are drawn, by no model.
  if (
    (context.some((word) => drawn.has(word)) || nameWords.some((word) => drawn.has(word))) &&
    !parameters.has('prompt')
  )
    return false;
  if ((verb === 'convert' || verb === 'turn') && context.some((word) => ['speech', 'voice', 'audio'].includes(word)))
    return true;
  if (verb === 'convert' && object.some((word) => ['text', 'image', 'prompt', 'photo', 'speech'].includes(word)))
    return (
      context.some((word) => ['video', 'music', 'animation', '3d'].includes(word)) ||
      (context.some((word) => ['image', 'picture'].includes(word)) && text.has('ai'))
    );
  if (verb === 'turn') return false;
  // `Animate a portrait from a picture and a sound`.
  if (verb === 'animate' && context.some((word) => mediaWords.has(word))) return true;
  if (!artVerbs.has(verb)) return named || (context.some((word) => mediaWords.has(word)) && object.length === 0);
  const prompted =
    parameters.has('prompt') ||
    parameters.has('script') ||
    parameters.has('model') ||
    text.has('ai') ||
    text.has('generation') ||
    text.has('generated') ||
    text.has('prompt') ||
    context.some((word) => sources.has(word));
  if (verb === 'render') return named || object.some((word) => ['scene', 'frame'].includes(word));
  // `a 3D model`, `sound effects`: what kind of it.
  const isKind = object.includes('3d') || object.includes('sound');
  return prompted && (heads.length === 0 || isKind ? named : heads.some((word) => mediaWords.has(word)));
}
