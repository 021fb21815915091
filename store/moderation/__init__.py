"""What moderators decide: who is answered and how often, and which episodes and names a server adds."""
