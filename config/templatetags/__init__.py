"""What templates of the whole house may load."""
