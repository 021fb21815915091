"""From a request to its answer: one module for each kind that needs no more than one."""
