/** Kinds of things that verbs are done to, as lists that rules share. */
import { words } from './rule.ts';

/** Ties between two things that both survive when the tie is cut. */
export const links =
  words(`label tag tagging reaction emoji association relation relationship relationship link edge dependency dependent assignee assignment reviewer
  follower watcher watch watching star favorite favourite bookmark like membership mapping binding reference parent child subtask
  blocker connection-between affiliation pin mention collaborator-tag hashtag topic-tag breakpoint backlink`);

/** Collections that hold things which live on without them. */
export const collections =
  words(`list playlist cart basket collection album watchlist wishlist favorite favourite bookmark channel board folder segment campaign group
  set queue library board sprint milestone epic cycle module portfolio bundle category topic view section audience lineup whitelist blacklist allowlist blocklist denylist
  watched history-list reading project-board column swimlane parent relationship`);

export const people = words(
  'user member person people guest collaborator participant employee teammate account admin administrator owner role contributor maintainer seat delegate',
);
export const organisations = words(
  'organization organisation org workspace team project repository repo account company tenant group server guild space domain vault site drive room database cluster',
);

/** What lets someone or something in. */
export const credentials =
  words(`credential token key secret password passphrase cookie session permission access grant role privilege certificate cert login auth authentication authorization
  apikey passkey otp mfa pat acl consent`);

export const derived = words(
  `cache cached temp temporary tmp thumbnail preview cdn filter permalink transient opcache breakpoint override mock cacher highlight annotation-preview proxy-cache lock`,
);

/** What the server itself holds for the session only. */
export const sessionOnly = words('console selection viewport presence highlight emulation breakpoint selected');

export const moneyDocuments = words(
  `invoice payment payout charge refund transfer subscription order checkout bid wager payroll billing bill paymentlink deposit withdrawal donation purchase`,
);
export const assets =
  words(`money fund funds payment eth ether btc bitcoin sol token tokens coin crypto cryptocurrency nft usdc usdt bnb lamport wei satoshi sats asset currency balance cash dollar usd eur lightning
  zap tip payout refund salary dividend erc20 erc721 erc1155 share stock option position crypto`);

/** Things that run. */
export const processes =
  words(`process job run task workflow pipeline build test tests container pod vm instance machine server service deployment execution session call recording playback
  stream scan crawl agent loop timer daemon worker node cluster emulator simulator simulation app application browser game debugger environment sandbox dag flow automation
  bot query backup replication migration sync project stack device tunnel listener watcher trigger experiment training deploy batch action fine-tune finetune upload download export import operation
  capture profile profiling profiler trace tracing benchmark campaign engine function lambda release command program script compilation evaluation prediction generation render animation robot vacuum print motor zone irrigation scene sequence macro routine step debug debugging monitoring transcription campaign`);

/** Commitments to people. */
export const commitments = words(
  'event meeting appointment reservation invitation invite booking interview rsvp class visit session-booking lesson webinar call-booking shift',
);

export const media =
  words(`image images picture photo video audio speech voice music song track model3d 3d animation avatar artwork illustration logo icon mesh texture lipsync soundtrack sound voiceover podcast
  movie clip gif variation inpainting render text-to-image text-to-video text-to-speech tts speech mp3 wav skybox sprite wallpaper`);

export const uiThings = words(
  'element button link page browser screen mouse key keyboard cursor dialog tab window field form input checkbox dropdown viewport selector coordinate',
);

/** What a field of work is called; nobody does it by a call. */
export const fields = new Set(
  words(
    'reporting billing marketing pricing accounting monitoring scheduling training trading testing shipping mapping logging messaging hosting advertising banking listing rating ranking building setting drawing recording booking shopping tracking processing ordering onboarding publishing',
  ),
);
