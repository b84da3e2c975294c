/** What is put before a name or after it, in the languages that are read. Written without dots and hyphens. */
const before =
  `dr dra drs prof profa professor professora professorin doctor doktor docteur doutor doutora dott dottoressa dottssa
  mr mrs ms mx miss mister mister sir dame lord lady madam rev reverend fr hon judge capt captain maj major col colonel lt sgt ing ingeniero
  dipl diplom mag mgr bc ir eng engr arq avv lic ldo lda pd privdoz dozent herr herrn hr frau fräulein mme mlle monsieur madame
  mademoiselle messrs señor señora señorita sr sra srta don doña dom dona senhor senhora sig sigra signor signora signorina
  dhr mevr mevrouw meneer pan pani bay bayan shri smt sheikh dato datuk`.split(/\s+/);

const after =
  `jr sr phd dphil md mba msc bsc ma ba mph mdphd esq ii iii iv frcp rn cpa pmp llm jd san sama sensei ji`.split(/\s+/);

export const titles: ReadonlySet<string> = new Set(before);
export const suffixes: ReadonlySet<string> = new Set(after);

/** Small words within family names. At the beginning of a name they say that the family name comes first, or nothing. */
export const particles: ReadonlySet<string> = new Set(
  `von v van vom zu zum zur der den dem des de del della delle dello dei degli di da do dos das du d la las le les lo los el al ul
  ibn bin bint abu umm ter ten te t op af av y e i und st san santa mac mc o`.split(/\s+/),
);

/** "Dipl.-Ing." is two titles, "Ph.D." one word. */
export function isTitle(word: string): boolean {
  const parts = word
    .toLowerCase()
    .split('-')
    .map((part) => part.replace(/[.,]/g, ''));
  return parts.every((part) => titles.has(part));
}

export function isSuffix(word: string): boolean {
  return suffixes.has(word.toLowerCase().replace(/[.,]/g, ''));
}
