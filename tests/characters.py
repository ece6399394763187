"""Every character that a text can have, for the texts that hypothesis draws.

They are those of `st.text()`. Hypothesis finds them by trial there, one after the other, which
takes every process of a new checkout more than a second; by their categories it is no time.
"""

from hypothesis import strategies as st

ANY = st.characters(exclude_categories=("Cs",))
