"""The document model of a proposal, and its builders."""
