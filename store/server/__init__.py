"""What is kept of a server and its members, as frozen values: the database gives and takes them."""
