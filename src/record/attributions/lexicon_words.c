/* SPDX-License-Identifier: Apache-2.0 */
/* The words of lexicon.h, by what they can be. Written by hand from general knowledge of
 * English news. A verb stands in all its forms; -ing and base forms have their bits. */
#include "record/attributions/lexicon.h"

enum {
    SAY = NGI_W_SAY,
    TELL = NGI_W_TELL,
    WEAK = NGI_W_WEAK,
    ING = NGI_W_ING,
    BASE = NGI_W_BASE,
    PERSON = NGI_W_PERSON,
    PERSONS = NGI_W_PERSON | NGI_W_PLURAL,
};

const ngi_word_list ngi_lexicon_words[] = {
    /* said */
    {"said says added adds announced announces argued argues asserted asserts acknowledged "
     "acknowledges admitted admits alleged alleges claimed claims commented comments concluded "
     "concludes conceded concedes confirmed confirms contended contends continued continues "
     "declared declares disclosed discloses emphasized emphasizes emphasised emphasises explained "
     "explains insisted insists mentioned mentions noted notes observed observes predicted "
     "predicts quipped recalled recalls reiterated reiterates remarked remarks repeated repeats "
     "replied replies reported reports responded responds revealed reveals stated states "
     "stressed stresses suggested suggests testified testifies tweeted tweets wrote writes "
     "warned warns joked jokes lamented laments boasted boasts complained complains cautioned "
     "cautions countered counters retorted retorts proclaimed proclaims maintained maintains "
     "posted posts echoed clarified clarifies recounted recounts vouched attested attests "
     "opined muttered shouted shouts yelled whispered exclaimed declaimed affirmed affirms "
     "reaffirmed reaffirms volunteered hinted hints specified specifies detailed elaborated "
     "reckons reckoned believes believed estimates estimated expects expected thinks thought "
     "hopes hoped fears feared assessed assesses underlined underlines underscored underscores "
     "charged charges signaled signals signalled forecast forecasts",
     SAY},
    {"saying adding announcing arguing asserting acknowledging admitting alleging claiming "
     "commenting concluding conceding confirming contending continuing declaring disclosing "
     "emphasizing emphasising explaining insisting mentioning noting observing predicting "
     "recalling reiterating remarking repeating replying reporting responding revealing stating "
     "stressing suggesting testifying tweeting writing warning complaining cautioning "
     "maintaining posting clarifying affirming hinting specifying underlining underscoring",
     SAY | ING},
    {"say add announce argue assert acknowledge admit allege claim conclude concede confirm "
     "contend declare disclose emphasize emphasise explain insist mention note observe predict "
     "recall reiterate remark reply report respond reveal state stress suggest testify tweet "
     "write warn complain caution maintain clarify affirm hint specify believe estimate expect "
     "think hope fear assess reckon show indicate",
     SAY | BASE},
    {"found finds showed shows indicated indicates read reads learned learns heard hears "
     "noted notes posted posts continued continues mentioned mentions detailed charged charges "
     "repeated repeats signaled signals signalled reports states comments claims maintained "
     "maintains observed observes recalled echoed believes believed thinks thought hopes hoped "
     "fears feared expects expected estimates estimated forecast forecasts suggested suggests "
     "revealed reveals hinted hints remarks counters warns writes wrote shouts admits",
     WEAK},
    {"found finds showed shows indicated indicates learned learns", SAY},
    {"told tells informed informs assured assures reminded reminds notified notifies briefed "
     "briefs advised advises warned warns promised promises",
     TELL},
    {"telling informing assuring reminding notifying warning", TELL | ING},
    {"tell inform assure remind notify warn", TELL | BASE},
    {"denied denies rejected rejects dismissed dismisses disputed disputes refuted refutes "
     "rebuffed disavowed repudiated contested contests",
     NGI_W_DENY},
    {"denying rejecting dismissing disputing refuting contesting", NGI_W_DENY | ING},
    {"deny reject dismiss dispute refute contest", NGI_W_DENY | BASE},
    {"asked asks wondered wonders questioned questions inquired enquired queried", NGI_W_ASK},
    {"asking wondering questioning", NGI_W_ASK | ING},
    {"ask wonder question", NGI_W_ASK | BASE},
    {"vowed vows pledged pledges promised promises threatened threatens swore swears intends "
     "intended plans planned offered offers agreed agrees committed aims aimed undertook hopes "
     "hoped wants wanted",
     NGI_W_INTEND},
    {"vowing pledging promising threatening swearing intending planning offering agreeing",
     NGI_W_INTEND | ING},
    {"vow pledge promise threaten swear intend plan offer agree aim want hope",
     NGI_W_INTEND | BASE},
    {"urged urges demanded demands requested requests implored beseeched begged appealed appeals "
     "called calls pressed ordered instructed invited encouraged encourages recommended "
     "recommends proposed proposes",
     NGI_W_REQUEST},
    {"urging demanding requesting imploring begging appealing calling pressing ordering inviting "
     "encouraging recommending proposing",
     NGI_W_REQUEST | ING},
    {"urge demand request appeal call recommend propose encourage", NGI_W_REQUEST | BASE},
    {"declined declines refused refuses", NGI_W_DECLINE},
    {"declining refusing", NGI_W_DECLINE | ING},
    {"decline refuse", NGI_W_DECLINE | BASE},
    /* small words */
    {"has have had was were is are be been being am did do does will would could should may "
     "might must can cannot 's 've 'd 'll 're ca wo",
     NGI_W_AUX},
    {"also later then repeatedly immediately previously earlier consistently soon again now "
     "still already once further just even first next yet so far always often sometimes "
     "recently separately twice thus therefore however meanwhile moreover instead nonetheless "
     "nevertheless too only since",
     NGI_W_ADVERB},
    {"not n't never nor neither", NGI_W_NOT},
    {"the a an this these those its his her their our my your some several many both each "
     "every another any all no other most such few",
     NGI_W_DETERMINER},
    {"one two three four five six seven eight nine ten eleven twelve dozen dozens several many "
     "multiple numerous few hundreds scores",
     NGI_W_NUMBER},
    {"he she they it we i you who him her them us me one himself herself themselves itself "
     "others neither both",
     NGI_W_PRONOUN},
    {"of for from in at on by with to about into over after before during under against near "
     "as than until between among through within without toward towards via outside inside "
     "across along behind beyond despite upon amid around above below regarding concerning",
     NGI_W_PREPOSITION},
    {"that which who whom whose when while because if although though whereas where whether but "
     "and or unless until since as after before so",
     NGI_W_CLAUSE},
    {"monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week "
     "month year january february march april may june july august september october november "
     "december morning afternoon evening night weekend day daily weekly early late midnight "
     "noon ago overnight",
     NGI_W_TIME},
    {"went came made took gave got left began became seems seemed appeared remains remained "
     "including included led ran held kept brought put set used met saw knew based known "
     "worked lives lived",
     NGI_W_VERB},
    {"mr mrs ms dr mr. mrs. ms. dr. sir lord lady president premier chancellor senator sen. "
     "rep. gov. governor gen. general col. colonel maj. major capt. captain lt. sgt. admiral "
     "adm. prime minister king queen prince princess pope bishop archbishop professor prof. "
     "judge justice sheriff mayor rev. congressman congresswoman ambassador detective officer "
     "constable inspector chief deputy secretary",
     NGI_W_TITLE},
    /* sources */
    {"official source diplomat aide insider adviser advisor", PERSON | NGI_W_HIDDEN},
    {"officials sources diplomats aides insiders advisers advisors", PERSONS | NGI_W_HIDDEN},
    {"spokesman spokeswoman spokesperson representative envoy lawyer attorney publicist agent "
     "counsel",
     PERSON | NGI_W_VOICE},
    {"spokesmen spokeswomen spokespeople spokespersons representatives envoys lawyers attorneys "
     "agents",
     PERSONS | NGI_W_VOICE},
    {"minister president premier chancellor senator governor general colonel captain commander "
     "officer director chairman chairwoman chair chief head manager executive employee worker "
     "engineer scientist researcher professor doctor nurse teacher analyst expert economist "
     "lawmaker politician mayor judge prosecutor investigator detective inspector soldier "
     "journalist reporter editor author writer historian activist campaigner resident neighbor "
     "neighbour witness survivor victim farmer trader broker banker investor driver pilot "
     "ambassador secretary deputy leader founder owner boss coach player student professor "
     "fellow man woman person mother father son daughter wife husband brother sister friend "
     "relative colleague contractor supplier dealer operator negotiator mediator defector "
     "passenger sailor fisherman consultant strategist auditor accountant clerk guard captain "
     "monk priest bishop cleric imam refugee migrant patient shareholder co-founder supervisor "
     "foreman technician mechanic harbourmaster harbormaster whistleblower regulator "
     "superintendent administrator coordinator specialist veteran",
     PERSON},
    {"ministers generals commanders officers directors chiefs heads managers executives "
     "employees workers engineers scientists researchers professors doctors nurses teachers "
     "lawmakers politicians mayors judges prosecutors investigators detectives inspectors "
     "soldiers journalists reporters editors authors historians farmers traders brokers "
     "bankers investors drivers pilots ambassadors leaders founders owners negotiators "
     "mediators defectors passengers sailors fishermen consultants strategists auditors men "
     "women relatives colleagues contractors suppliers dealers operators friends guards "
     "senators governors clerics shareholders regulators specialists veterans",
     PERSONS},
    {"residents analysts experts economists activists campaigners protesters protestors "
     "demonstrators witnesses survivors victims families neighbors neighbours students "
     "supporters critics opponents observers people locals villagers members authorities "
     "rebels fighters militants refugees migrants patients parents voters customers consumers "
     "unions companies governments countries nations ministries agencies banks parties others "
     "democrats republicans conservatives liberals",
     NGI_W_GROUP | NGI_W_PLURAL},
    {"ministry company government agency department bureau office court council committee "
     "commission parliament senate congress house assembly party police army military navy "
     "force administration authority union association group organization organisation "
     "foundation institute university college hospital bank firm corporation corp inc ltd "
     "plc club team league federation embassy consulate regulator watchdog board tribunal "
     "coalition alliance charity think-tank cabinet kremlin pentagon manufacturer maker "
     "operator airline railway utility exchange fund secretariat directorate prosecutor's "
     "command service services guard division unit campaign delegation mission body plant "
     "factory port authority school church retailer supplier contractor subsidiary shipyard "
     "owner",
     NGI_W_BODY},
    {"report draft document letter email e-mail memo filing lawsuit complaint indictment study survey "
     "poll statement notice paper record invoice contract agreement transcript affidavit "
     "dossier presentation email message post tweet analysis review audit assessment "
     "declaration testimony ruling judgment decree bulletin note data release communique "
     "correspondence manifest log ledger receipt spreadsheet plan brochure website bill law order schedule timetable "
     "memorandum diary inventory petition verdict audio footage video recording",
     NGI_W_DOCUMENT},
    {"reports drafts documents letters emails e-mails memos filings lawsuits complaints studies "
     "schedules timetables memoranda diaries inventories petitions recordings "
     "surveys polls statements notices papers records invoices contracts agreements "
     "transcripts affidavits presentations messages posts analyses figures statistics images "
     "photographs minutes manifests logs receipts accounts",
     NGI_W_DOCUMENT | NGI_W_PLURAL},
    {"newspaper television tv radio broadcaster magazine newswire channel daily tabloid weekly "
     "outlet media press news journal gazette times tribune herald website station",
     NGI_W_MEDIUM},
    {NULL, 0},
};
