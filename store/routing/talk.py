"""What people say to a bot that is no question about an episode."""

import re

from store.question import HelpTopic
from store.routing.rules import rule

_BOT = r"(?:you|this (?:thing|bot|app)|the bot|it|that bot|bot)"
_FILLER = r"""
(?: (?:so|very|much|a|lot|lots|you|bot|mate|man|dude|guys|everyone|all|there|again|for|that|the|this|your|help|info|
quote|
answer|really|oh|ok|okay|well|then|and|it|is|was|that's|just|now|works|helps|helped|kindly|friend|my))*"""
_THANKS = rf"""
(?:ok |okay |great |cool |nice |perfect |awesome |alright |wow |yes |yeah |oh |many |ah )*
(?:thanks|thank you|thankyou|cheers|much appreciated|appreciated?|appreciate it|i appreciate it|danke|merci|gracias|
grazie)
(?: (?:perfect|great|awesome|nice|cool|appreciate it|thanks))*{_FILLER}(?: (?:perfect|great|awesome|nice|cool|useful|
helpful))*"""
_PRAISE = rf"""
(?:(?:ok|okay|k|kk|cool|nice|great|awesome|perfect|got it|gotcha|i see|lol|lmao|haha+|hah|hehe|wow|amazing|sweet|
alright|right|
fair|fair enough|makes sense|interesting|good to know|good bot|good job|good one|well done|love it|love this|nice one|
brilliant|excellent|super|sure|yes|yeah|yep|yup|true|neat|oh|ah|hm+|exactly|wonderful|fantastic|helpful|useful|
that's (?:it|great|cool|helpful|useful|perfect|amazing|what i (?:wanted|meant|needed))|
you(?:'re| are) (?:the best|great|awesome|amazing|cool|good)|i love (?:you|this|it))(?: |$)){{1,6}}{_FILLER}"""
_FAREWELL = rf"""
(?:ok |okay )?(?:bye|goodbye|bye bye|good night|goodnight|see you|see ya|cya|later|farewell|tschüss|ciao){_FILLER}"""
_GREETING = r"""
(?:(?:hi+|hello+|hey+|yo|hiya|heya|sup|howdy|hola|moin|hallo|servus|bonjour|salut|guten (?:tag|morgen|abend)|
good (?:morning|afternoon|evening|day)|greetings|what's up|how are you(?: doing)?(?: today)?|how's it going|
are you there|
anyone there|you there|ping|test|testing)(?: |$)){1,4}(?:(?:there|bot|everyone|all|guys|folks|again|friend|
on the record) ?)*"""
_USE = rf"""
help|help me|help please|please help|i need help|can you help(?: me)?|usage|commands?|menu|start|examples?|manual|
instructions|
faq|info|what now|how do you work|explain yourself|introduce yourself|what are you (?:for|able to do)|
what can {_BOT}(?: even| actually)? do(?: for me)?|what (?:do|does) {_BOT} do|what are (?:the|your) (?:commands|
options|features)|
what (?:commands|questions|kinds? of questions)(?: (?:are there|do you (?:have|know|answer)|can i (?:ask|use)|
should i ask|
can you answer))?(?: you)?|(?:list|show)(?: me)?(?: the| your)? commands|
how (?:do|does|can|should|to) (?:i |we |one )?(?:use|ask|work with|talk to|start|query|search)(?: {_BOT})?
(?: anything| questions?)?|
how (?:do|does) (?:this|you|this bot|the bot|it|this thing) work|how (?:do|can) you help(?: me)?|
what (?:can|do|should) (?:i|we) (?:ask|do|type|say)(?: you)?(?: here)?|
what(?:'s| is) (?:the point of )?(?:this bot|the bot|this thing) (?:for|about|good for)|
i don't (?:get|understand) (?:it|this|how this works)"""
_WHO = rf"""
(?:who|what)(?:'s| is| are|'re) (?:you|this bot|the bot)(?: exactly)?|
who(?:'s| is)? (?:made|built|created|wrote|runs|owns|coded) {_BOT}|what(?:'s| is) your name|
are you (?:an? )?(?:real |actual )?(?:bot|human|robot|real|person|ai|llm|chat ?gpt|gpt|language model|machine|alive|
sentient)
(?: or (?:an? )?(?:bot|human|person|ai))?|is this (?:an? )?(?:bot|ai|llm|chat ?gpt|gpt|real person|person|human)|
(?:do|did|does) {_BOT} (?:use|run on|make|need) (?:ai|an ai|an llm|gpt|chat ?gpt|(?:this|stuff|things|it) up)|
are (?:these|the|your) (?:quotes|answers) (?:real|made up|ai|ai generated|generated)|
(?:is|was) (?:this|that|it|any of this) (?:ai generated|generated|made up)(?: by (?:ai|you))?"""
_PRIVACY = rf"""
(?:do|did|does|are|will) {_BOT} (?:log|store|save|record|keep|track|logging|storing|recording|spying|spy|remember|
share|sell)
(?: on)?(?: (?:my|our|what|this|these|everything|all|the|me|us|it|any)\b.*)?|
what (?:data |info |information )?(?:do|does) {_BOT} (?:log|store|save|record|keep|know|collect|have)
(?: (?:about|on) (?:me|us)| of me| of mine)?|(?:where|how long) (?:is|are|do you) (?:keep |store )?(?:my|our) .*|
(?:delete|erase|forget|remove|export|download)(?: all)?(?: of)? (?:my (?:data|questions|messages|history|info)|me|
what i asked)|
privacy(?: policy)?|opt (?:me )?out|how (?:do|can) i (?:opt out|delete my data|be forgotten)|is (?:this|it) private|
who (?:can )?sees? (?:this|my questions|what i ask)"""
_EPISODES = r"""
(?:what|which|list|show|show me|are there|do you have|how many|what other|which other|any)(?: (?:me|the|all|all the|
other|your|more))*
[ ](?:episodes|podcasts|shows|interviews|transcripts)(?: (?:are there|do you (?:have|know)|can i (?:ask about|choose|
pick|use)|
are available|have you got|exist|there))*|
(?:switch|change|choose|select|pick|use|another|a different)(?: (?:to|the|another|a|an|other|different))* episode|
how (?:do|can) i (?:switch|change|choose|select|pick)(?: (?:the|another|a|an|other|different))* episode"""
_RUDE = r"""
(?:stupid|dumb|useless|worthless|trash|garbage|rubbish|sucks?|crap|crappy|shit|shitty|idiot|idiotic|moron|bad|
terrible|awful|
broken|horrible|lame|ass|bullshit|annoying|pathetic|loser|liar|lying|clown|joke|bitch|retard\w*|asshole|bastard|
wanker|worst|
arschloch)"""
_INSULT = rf"""
(?:f+u+c+k+|f\*+k|screw|damn)(?: off| you| this| this bot| the bot)(?: .*)?|
(?:stfu|gtfo|shut up|shut it|get lost|go away|go to hell|kys|drop dead|piss off|bugger off)(?: .*)?|
(?:you|u|this|that|it|(?:this|the|that)(?: {_RUDE})* (?:bot|thing|app))(?:'re| are| is|'s)?
(?: (?:so|such|really|just|the|an?|fucking|absolutely|totally|pretty|very|completely|bloody|one|my|worst|most))*
(?: {_RUDE})+(?: (?:bot|ever|piece of \w+|machine|thing|robot))*|
(?:what an? |fucking )*{_RUDE}(?: {_RUDE})* (?:bot|thing|robot|machine|app|piece of \w+)(?: ever)?|
(?:i )?hate (?:you|this bot|this thing)(?: .*)?|you know nothing|wtf(?: is this| bot| dude| man)?|
(?:idiot|moron|asshole|bitch|wanker|loser|arschloch|bullshit|useless|crap|rubbish)|
piece of (?:shit|crap|garbage|trash)(?: bot)?"""
_DOUBT = r"""
(?:no |nope |but )*(?:that's|that is|this is|it's|you're|you are|it is)(?: just| totally| completely)?
[ ](?:wrong|incorrect|not (?:right|true|correct|what i (?:asked|meant|wanted))|false|a mistake|made up|misquoted)|
(?:wrong|incorrect|nope|wrong answer|not what i (?:asked|meant|wanted)|you misquoted(?: (?:him|her|them))?)"""
_SMALL_TALK: tuple[tuple[HelpTopic, re.Pattern[str]], ...] = (
    ("thanks", rule(_THANKS)),
    ("praise", rule(_PRAISE)),
    ("farewell", rule(_FAREWELL)),
    ("greeting", rule(_GREETING)),
    ("use", rule(_USE)),
    ("who", rule(_WHO)),
    ("privacy", rule(_PRIVACY)),
    ("episodes", rule(_EPISODES)),
    ("insult", rule(_INSULT)),
    ("doubt", rule(_DOUBT)),
)
# What is asked of a language model, in the hope that there is one.
_ORDERS = rule(
    r"""
\b(?:ignore|disregard|forget|override|bypass)\b(?: \w+){0,4} (?:instructions?|prompts?|rules|programming|directives?|
guidelines)\b|
\byou are now\b|\bfrom now on,? (?:you|act|be|answer|speak|respond)\b|\bpretend (?:to be|(?:that )?you)\b|
\bimagine (?:that )?you(?:'re| are)\b|^(?:please )?(?:act|behave|respond|answer|talk|speak|reply) (?:as|like)\b|
\b(?:system|initial|hidden) prompt\b|\bjailbreak\w*\b|\bdeveloper mode\b|\bdo anything now\b|
^(?:(?:please|can you|could you) )*repeat after me\b|
\b(?:show|print|reveal|repeat|tell)(?: me)? your (?:instructions|prompt|token|rules|source code|api key)\b|
^(?:(?:please|can you|could you) )*(?:write|compose|draft|generate|code|create|make|draw|sing|role-?play|translate|
calculate|solve)
(?: me| us)? (?:an?|some|my|this|that|the|your|it|\d)\b(?!.*\b(?:summary|recap|overview|list|quote|tl;dr))|
^(?:(?:please|can you|could you) )*tell (?:me|us) (?:a )?jokes?\b|^(?:please )?(?:ban|kick|mute|dm|ping|timeout) \S+$"""
)
_QUESTION_MARKS = 5


def small_talk(text: str) -> HelpTopic | None:
    """Return what a message is that asks nothing of an episode; None where it may ask something."""
    simple = " ".join(re.sub(r"[^\w\s'*;]|(?<!\w)'|'(?!\w)", " ", text.lower()).split())
    if not re.search(r"\w", simple):
        return "use" if "?" in text and len(text) <= _QUESTION_MARKS else "wordless"
    if _ORDERS.search(text):
        return "orders"
    return next((topic for topic, pattern in _SMALL_TALK if pattern.fullmatch(simple)), None)
