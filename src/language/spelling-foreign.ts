/** Words of other languages that stand in Vietnamese office talk as they are; neither typing residue nor slips. */
const FOREIGN: ReadonlySet<string> = new Set(
  (
    'account admin app apps as bar blog book bot box bus car card chat check clip code copy cost data deadline doc docx download drive ' +
    'email excel facebook fax file film folder for form format free gmail google group has hello help hotline how html http https if ' +
    'inbox info internet is jpg laptop law led link list login logo low mail mark max media menu messenger microsoft min mix mobile model ' +
    'modem new news note now of off office ok okay one online or order out page pass password pdf photo plan please post powerpoint print ' +
    'pro project reply scan search seminar server show six sms star start stop sub support tax team telegram test thank thanks to top ' +
    'update upload user version video viber virus was web website wifi with word www yes you youtube zalo zip zoom'
  ).split(' '),
)

/** @param word lower case. */
export function isForeign(word: string): boolean {
  return FOREIGN.has(word)
}
