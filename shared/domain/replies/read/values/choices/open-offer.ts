import { plain } from '#domain/replies/read/text/words.ts';

/** "When could you meet?": each of the options is offered, so "noon or early" is both. */
export function isOpenOffer(ask: string): boolean {
  return /(?:^|[^\p{L}])(?:could you|can you|possible|available|suits?|konnten sie|konntest du|kannst du|pouvez vous|pourriez|podes|pode|poderia|puedes|podrias|puoi|potresti)(?![\p{L}])/u.test(
    plain(ask),
  );
}
