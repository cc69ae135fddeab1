// Words that hold a sentence together and say nothing of its subject. Negations are among them: what a question is
// about does not depend on them, and phrases and quotations are compared with every word.
const list = `
a an the this that these those such same other another each every either neither both all any some no none one
i me my mine myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves who whom whose which what whatever whoever whichever
when where why how there here then than thus so too very just only also even still yet ever
am is are was were be been being do does did doing done have has had having can could may might must shall should
will would ought cannot
isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt cant couldnt mightnt mustnt shant shouldnt wont wouldnt
im ive ill id youre youve youd youll hes shes theyre theyve theyd theyll weve wed thats theres whats whos lets
and or but nor if because as while although though unless until whether since
of at by for with about against between into through during before after above below to from up down in out on off
over under again further once upon within without toward towards among amongst across along around behind beside
besides beyond despite except near per via onto
not many much more most few less least several own
`;

// Words that only a question needs, or that stand in any request to an archive.
const asking = `
tell name give list describe explain please know find called s t
`;

const functionWords = new Set(list.split(/\s+/).filter((word) => word !== ''));
const askingWords = new Set(asking.split(/\s+/).filter((word) => word !== ''));

/** Whether a folded word (`Word.key`) only holds sentences together. Such words are not indexed. */
export function isFunctionWord(key: string): boolean {
  return functionWords.has(key);
}

/** Whether a folded word belongs to the asking and not to what is asked. */
export function isAskingWord(key: string): boolean {
  return askingWords.has(key);
}
