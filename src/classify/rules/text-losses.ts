/** What a description says of losses and of ways back. */
import { words } from '../rule.ts';
import type { TextRule } from '../text-rule.ts';

export const lossTexts: readonly TextRule[] = [
  {
    id: 'text.overwrite',
    category: 'destructive',
    why: 'The text says that existing content is overwritten or replaced as a whole.',
    note: 'which says that existing content is overwritten',
    cues: words('overwrit replac clobber truncat full destructive restor'),
    pattern:
      /\b(?:(?:will |completely |silently |fully |and )?overwrit(?:e|es|ing) (?:\S{1,24} ){0,3}?(?:existing|current|entire|whole|file|content|contents|previous|if|it|everything|old|target|destination|data|originals?)|existing \S{1,30}(?: \S{1,30})? (?:will be|is|are|gets?) (?:overwritten|replaced|lost)|\b(?:are|is|will be|gets?) overwritten\b|\brestor\S{0,4} (?:\S{1,24} ){1,6}over (?:the )?(?:current|existing|live)|overwritten (?:if|without)|replac(?:e|es|ing) (?:all|the entire|the whole|the full|entire|everything|all of the|the complete|any existing|the existing|existing|the current|the contents|the content) (?:of (?:a|an|the) )?(?:(?!tag|label|selections|matching|occurrences|instances|matches)[\w-]{2,20} ){0,2}?(?:content|contents|body|file|text|document|list|set|sheet|page|rows|data|items|values|entries|records|note|array|collection|steps|nodes|graph|config|configuration|settings|rules|members|blocks|description|definition|sections|code|environment variables|properties|attributes|questions|selection(?!s)|source|script|collection|exercises|rules)|replac(?:e|es|ing) (?:the |an? )?(?:entire|whole) [\w-]+|\bexists?,? (?:already,? )?(?:it|they) (?:will be|is|are|gets?) (?:completely |fully |then )?(?:replaced|overwritten|deleted)|replac(?:e|es|ing) (?:the existing one|\S{1,20} \S{1,20} existing \S{1,20} in full)|full (?:\w{3,16} )?(?:replacement|replace|overwrite|update)\b|send the full (?:set|list)\b|replac(?:es|ing) (?:an?|any) existing (?:target|file|one|image|document|note|export|copy)\b|replaces (?:the |an? )?(?:existing )?(?:file|one|it|object|document|image|page) if (?:it |one )?(?:already )?exists\b|\(replaces existing\)|(?<!non-)destructive to existing|truncat(?:e|es|ing) (?:the |existing )?(?:file|table|content))/iu,
    effect: 'raises',
    on: ['read', 'write', 'execute'],
    matches: [
      'write_file: Write text to a file. Overwrites the existing file without asking.',
      'set_page: Set a page. The existing content will be replaced.',
    ],
    misses: [
      'write_file: Write text to a file. Does not overwrite existing files.',
      'write_file: Write text to a file',
    ],
  },
  {
    id: 'text.drops-others',
    category: 'destructive',
    why: 'The text says that what is not passed along is removed.',
    note: 'which says that what is not given is removed',
    cues: words('remov delet discard drop lost reset clear null'),
    pattern:
      /\b(?:(?:left out|omitted)(?: \S{2,20}(?: \S{2,20})?)?(?: of \S{1,12} \S{1,16}| from \S{1,12} \S{1,16})? (?:will be |are |is |get )(?:removed|deleted|dropped|discarded)|(?:the )?(?:second|duplicate|secondary|source|merged|losing) (?:\S{1,16} )?(?:is|are|will be|gets?) (?:then |permanently |automatically )?(?:deleted|removed|discarded)|(?:not in the request|you omit|omitted \S{1,20}(?: \S{1,20})?) (?:is|are|will be) (?:reset|cleared|set to null|stored as null)|(?:later|newer|subsequent|recent) (?:changes|data|commits|work) (?:will be |are |is )lost|\S{2,24} (?:that are |which are )?not (?:provided|included|listed|specified|present|passed|in the \w{1,20})(?: in (?:the |this |your )?\S{1,20}(?: \S{1,16})?)? (?:will be |are |is |get )?(?:removed|deleted|dropped|lost|discarded|cleared)|(?:removing|deleting|dropping|discarding|and (?:removes|deletes|drops)) (?:any|all|those|the|every)(?: \S{1,20}){0,3} (?:that are )?(?:not (?:in|on|part of|included|listed|provided|given|passed|present|specified)|missing from)|(?:existing|previous|current|unsaved|uncommitted|local|all other|other|the original|originals)(?: \S{1,24}){0,5}? (?:will be|are|is|get) (?:permanently )?(?:removed|deleted|dropped|lost|discarded|erased|wiped))/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['set_members: Set the members of a group. Members not included will be removed.'],
    misses: ['set_members: Set the members of a group. Members are not removed.'],
  },
  {
    id: 'text.also-deletes',
    category: 'destructive',
    why: 'A sentence of the text opens with a loss: it drops or deletes something on the way.',
    note: 'which says that something is deleted on the way',
    cues: words('drops deletes destroys wipes erases removes discards permanently'),
    pattern:
      /^\s*(?:(?:it|this)(?: also)? |also )?(?:permanently )?(?:drops|deletes|destroys|wipes|erases) (?:the|all|any|its|every|existing)\b|\b(?:operation|action|this|it|which|that|call) (?:will )?permanently (?:removes?|deletes?|erases?|destroys?)\b|^\s*(?:it |this |also )?(?:removes|deletes|drops|discards) (?:\S{1,24} ){1,4}but (?:keeps|leaves|preserves|retains)\b|\b(?:deletes|erases|destroys) (?:the|its|all|any) (?:associated|underlying|linked|corresponding|attached) \S/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: [
      'disable_versions: Disable versions of a table. Drops the version column.',
      'cancel_run: Cancel a run. It is stopped and deletes the linked files.',
    ],
    misses: ['disable_versions: Disable versions of a table. Nothing is dropped.'],
  },
  {
    id: 'text.credentials-lost',
    category: 'destructive',
    why: 'The text says that stored access is removed; a person must give it again.',
    note: 'which says that stored access is removed',
    cues: words('credential token key access session'),
    pattern:
      /\b(?:removes?|deletes?|clears?|revokes?|wipes?|invalidates?) (?:all |any |the |your |its |their |old |existing |current |previous )*(?:stored |saved |cached |local |persisted )(?:\S{1,16} )?(?:credentials?|tokens?|api keys?|sessions?|secrets?)\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['disconnect_service: Disconnect a service. Removes the stored credentials.'],
    misses: ['disconnect_service: Disconnect a service. Keeps the stored credentials.'],
  },
  {
    id: 'text.access-lost',
    category: 'destructive',
    why: 'The text says that people lose access.',
    note: 'which says that people lose access',
    cues: words('lose losing'),
    pattern: /\b(?:loses?|losing) (?:\S{1,16} ){0,2}access\b/iu,
    effect: 'raises',
    on: ['write', 'execute'],
    matches: ['transfer_project: Move a project to another team. Members of the old team lose access.'],
    misses: ['transfer_project: Move a project to another team. Members keep access.'],
  },
  {
    id: 'text.recoverable',
    category: 'write',
    why: 'The text says that what is deleted can be taken back.',
    note: 'which says that it can be taken back',
    cues: words(
      'soft trash recycl restor archiv delet undelet recover undo undoable bin reversib 回收站 软删除 ゴミ箱 corbeille papelera papierkorb lixeira',
    ),
    pattern:
      /(?:\bsoft[- ]?delet|\b(?:mov(?:e|es|ed|ing)|sen[dt]s?|goes|lands?|put|places?) (?:\S{1,30} ){0,5}(?:to|in|into) (?:the |your |a )?(?:\S{1,20} )?["“‘']?(?:trash|recycle bin|recycling bin|bin|deleted items)\b|\bto (?:the )?trash\b|(?<!not |cannot |can't |never )\b(?:can|may|could) (?:later |still |then )?be (?:restored|recovered|undone|undeleted|un-?archived|reinstated)|\bundoable\b|\brecoverable (?:from|for|within|via|until)|\b(?:is|are|marked as|marks \S{1,20}(?: \S{1,20})? as|sets? \S{1,20} to) archived\b|\barchives? (?:it|them|the \S{1,20}) (?:instead|rather)|\bby archiving\b|软删除|(?<!不)(?:进入)?回收站|ゴミ箱|(?<!\b(?:sans|pas de|ni|no|not|without|sin|sem|ohne|kein|keinen) )(?:corbeille|papelera|papierkorb|lixeira))/iu,
    effect: 'recovers',
    on: ['destructive'],
    matches: ['delete_note: Delete a note. It is moved to the trash.', 'delete_todo: Soft-delete a todo.'],
    misses: ['delete_note: Delete a note. It cannot be restored.', 'empty_trash: Empty the trash.'],
  },
  {
    id: 'text.permanent',
    category: 'destructive',
    why: 'The text says that there is no way back. That alone labels nothing; it backs up a loss that is named.',
    note: 'which says that there is no way back',
    cues: words('permanent irreversib undone unrecover irrevoc recovered 不可恢复 无法恢复 不可逆 元に戻せ'),
    pattern:
      /\b(?:permanent(?:ly)?|irreversibl[ey]|irrevocabl[ey]|(?:cannot|can't|can not|could not) be (?:undone|reversed|recovered|restored)|no undo|unrecoverabl[ey])\b|不可恢复|无法恢复|不可逆|元に戻せ/iu,
    effect: 'supports',
    on: ['destructive', 'financial'],
    matches: ['delete_file: Delete a file. This cannot be undone.'],
    misses: ['delete_file: Delete a file'],
  },
];
