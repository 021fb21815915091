"""What people read at the terminal: pure functions from an answer to what rich prints."""
