/** Frequent pairs of letters in English, in names and in the words that programs use. */
const common = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ' +
    'ss us ec ow pe il ac ta el la no ct ai ab ad ag am ap av ay ba bl bo br by ca ck cl cr cu da di do du ee ef ei em ep et ev ew ex ey fa fe ff fi fo fr ' +
    'ge gh gi gr gu ho id ie if ig im ip ir iv ke ki ld lo lu ly mi mo mp mu na nc ni ns nu oa ob oc od og oi ok ol oo op os ot ov pa ph pl po pp pr pt qu ' +
    'rc rd rg rk rm rn rr rs rt ru rv ry sc sh sk sl sm so sp su sw ty tr ts tt tu tw ua ub uc ud ue ui ul um un up ut va vi wa we wh wi wo wn xt ye yo ys ' +
    'ck sa sy je ja jo go ga gl ke ka ko ks mm nn dd gg rl lt nk ft ps pi cy fu fl ht wr xp ax ix key'
  ).split(' '),
);

/** Share of neighbouring letters that are rare together, 0 to 1: high for random tokens, low for words. */
export function measureStrangeness(value: string): number {
  let pairs = 0;
  let rare = 0;
  const text = value.toLowerCase();
  for (let index = 1; index < text.length; index++) {
    const pair = text.slice(index - 1, index + 1);
    pairs++;
    if (!/^[a-z]{2}$/.test(pair)) rare += /\d[a-z]|[a-z]\d/.test(pair) ? 1 : 0.3;
    else if (!common.has(pair)) rare++;
  }
  return pairs === 0 ? 0 : rare / pairs;
}
