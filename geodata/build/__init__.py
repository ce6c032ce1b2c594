"""What makes the committed data; nothing else imports it."""
