"""From files to an episode: what they hold, whether the show notes fit, and all that is wrong with them."""
