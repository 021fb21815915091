"""What a message means after those before it."""
