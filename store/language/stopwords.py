"""Words that shape a question or a sentence and say nothing of what it is about."""

_STOP = """
a about after all also am an and any are as at be been before being but by can could did do does doing don for from
had has have he her hers him his how i if in into is it its just like me more most my of on or our out over said say
says she should so some tell than that the their them then there these they think thinks this to too under up us was we
were what when where which while who whom why will with would you your
"""
STOP = frozenset(_STOP.split())
# What a question for an answer begins with; one for a yes or a no begins otherwise.
QUESTION_WORDS = ("why", "what", "how", "who", "whom", "which", "when", "where")

# Short forms, as people write and as they type them.
_SHORT = """
ain't aint aren't arent can't cant couldn't couldnt didn't didnt doesn't doesnt don't dont hadn't hadnt hasn't hasnt
haven't havent he'd he'll hes i'd i'll i'm i've im isn't isnt it'd it'll ive mightn't mustn't needn't she'd she'll shes
shouldn't shouldnt that'd that'll thats there'd there'll theres they'd they'll they're they've theyre wasn't wasnt we'd
we'll we're we've weren't werent what'll whats won't wont wouldn't wouldnt you'd you'll you're you've youre youve
"""
SHORT_FORMS = frozenset(_SHORT.split())
