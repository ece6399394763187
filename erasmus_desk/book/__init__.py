"""What is kept across drafts: the partners met before."""
