"""Words that shape a question or a sentence and say nothing of what it is about."""

_STOP = """
a about after all also am an and any are as at be been before being but by can could did do does doing don for from
had has have he her hers him his how i if in into is it its just like me more most my of on or our out over said say
says she should so some tell than that the their them then there these they think thinks this to too up us was we were
what when where which while who whom why will with would you your
"""
STOP = frozenset(_STOP.split())
