/** Frequent pairs of letters in English, in names and in the words that programs use. */
const common =
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ' +
  'ss us ec ow pe il ac ta el la no ct ai ab ad ag am ap av ay ba bl bo br by ca ck cl cr cu da di do du ee ef ei em ep et ev ew ex ey fa fe ff fi fo fr ' +
  'ge gh gi gr gu ho id ie if ig im ip ir iv ke ki ld lo lu ly mi mo mp mu na nc ni ns nu oa ob oc od og oi ok ol oo op os ot ov pa ph pl po pp pr pt qu ' +
  'rc rd rg rk rm rn rr rs rt ru rv ry sc sh sk sl sm so sp su sw ty tr ts tt tu tw ua ub uc ud ue ui ul um un up ut va vi wa we wh wi wo wn xt ye yo ys ' +
  'ck sa sy je ja jo go ga gl ke ka ko ks mm nn dd gg rl lt nk ft ps pi cy fu fl ht wr xp ax ix key' +
  ' ';

const letters = 26;
/** By pair of letters: whether it is a frequent one. */
const frequent = new Uint8Array(letters * letters);
for (const pair of common.split(' ')) frequent[letterOf(pair, 0) * letters + letterOf(pair, 1)] = 1;

/** Number of a letter of either case, or -1. */
function letterOf(text: string, at: number): number {
  const code = text.charCodeAt(at) | 0x20;
  return code >= 0x61 && code <= 0x7a ? code - 0x61 : -1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/**
 * Share of neighbouring characters that are rare together, 0 to 1: high for random tokens, low for words. A letter
 * beside a digit counts as rare, other pairs that are no letters as a third of one.
 */
export function measureStrangeness(value: string): number {
  const pairs = value.length - 1;
  if (pairs < 1) return 0;
  let rare = 0;
  for (let index = 0; index < pairs; index++) {
    const first = letterOf(value, index);
    const second = letterOf(value, index + 1);
    if (first >= 0 && second >= 0) rare += 1 - (frequent[first * letters + second] ?? 0);
    else if ((first >= 0 && isDigit(value, index + 1)) || (second >= 0 && isDigit(value, index))) rare += 1;
    else rare += 0.3;
  }
  return rare / pairs;
}
