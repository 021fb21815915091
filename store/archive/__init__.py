"""Episodes compiled and kept on disk, laid end to end and searched as one."""
