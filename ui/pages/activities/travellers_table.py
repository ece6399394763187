"""The grid of the travellers, with the columns that there is room for."""

from __future__ import annotations

from ...fields.grid_table import GridTable
from ...theme.theme import Theme
from .travellers_model import PLACE, RATE, TravellersModel

LEAST_NAME = 30
"""Characters of a name that are at least beside each other."""


class TravellersTable(GridTable):
    """Numbers of each organisation that are typed in."""

    def __init__(self, model: TravellersModel, theme: Theme) -> None:
        self.travellers = model
        super().__init__(model, theme)

    def fit(self) -> None:
        """Show what there is room for: narrow, the city is below the name; slim, the way too."""
        model = self.travellers
        place, rate = model.columns.index(PLACE), model.columns.index(RATE)
        for is_narrow, is_slim in ((False, False), (True, False), (True, True)):
            model.is_narrow, model.is_slim = is_narrow, is_slim
            self.set_narrow(is_narrow=is_narrow)
            self.setColumnHidden(place, is_narrow)
            self.setColumnHidden(rate, is_slim)
            if model.groups.km in model.columns:
                self.setColumnHidden(model.columns.index(model.groups.km), is_slim)
            self._show_others()
            if self._name_room() >= (self._least_width(0) if is_narrow else self._least_name()):
                break
        self._hide_further()
        # The sum says how many travel over all columns but its amount.
        self.clearSpans()
        self.setSpan(len(model.rows), 0, 1, len(model.columns) - 1)
        for row, traveller in enumerate(model.rows):
            if traveller.is_barred:
                self.setSpan(row, 0, 1, len(model.columns))
        super().fit()

    def hidden_numbers(self) -> tuple[str, ...]:
        """Return the questions for which the grid has no room."""
        columns = self.travellers.columns
        return tuple(
            one for one in self.travellers.groups.numbers if self.isColumnHidden(columns.index(one))
        )

    def _show_others(self) -> None:
        """Show the rarer numbers if all of them fit beside a name of usual length."""
        model, groups = self.travellers, self.travellers.groups
        columns = [model.columns.index(one) for one in groups.other_numbers]
        for column in columns:
            self.setColumnHidden(column, False)
        if columns:
            has_room = self._name_room() >= self._least_name()
            for column in columns:
                self.setColumnHidden(column, not has_room)

    def _hide_further(self) -> None:
        """Leave the first number alone beside names that would be cut by the others."""
        model = self.travellers
        for one in model.groups.main_numbers[1:]:
            column = model.columns.index(one)
            self.setColumnHidden(column, False)
            is_cut = model.is_slim and self._name_room() < self._least_width(0)
            self.setColumnHidden(column, is_cut)

    def _name_room(self) -> int:
        """Return the width that the other columns leave for the names."""
        return self.width() - self.natural_width() + self._natural_width(0)

    def _least_name(self) -> int:
        """Return the width in which the names wrap well."""
        return min(self._natural_width(0), self.fontMetrics().averageCharWidth() * LEAST_NAME)

    def show_cell(self, row: int, column: int) -> None:
        """Put the cursor in a cell, in the first one of the row if there is no room for it."""
        if self.isColumnHidden(column):
            column = self.travellers.columns.index(self.travellers.groups.persons)
        super().show_cell(row, column)
