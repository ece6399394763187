"""The stylesheet: what Qt's palette cannot express."""

from __future__ import annotations

from .palettes import Colours


def build_stylesheet(c: Colours, points: float, arrow: str, tick: str) -> str:
    """Build all rules; `points` is the type size, `arrow` and `tick` are icon files."""
    return (
        _general(c, points)
        + _controls(c)
        + _inputs(c)
        + _marks(c, points, arrow, tick)
        + _tables(c)
    )


def _general(c: Colours, points: float) -> str:
    return f"""
    QWidget[role="title"] {{ font-size: {points * 1.9:.1f}pt; font-weight: 600; }}
    QWidget[role="heading"] {{ font-size: {points * 1.3:.1f}pt; font-weight: 600; }}
    QWidget[role="label"] {{ font-weight: 600; }}
    QWidget[role="quiet"] {{ color: {c.quiet}; }}
    QWidget[role="mark"] {{ color: {c.quiet}; font-size: {points * 0.85:.1f}pt; }}
    QWidget[role="warm"] {{ color: {c.warm}; }}
    QWidget[role="good"] {{ color: {c.good}; }}
    QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.border};
        border-radius: 8px; }}
    QFrame[role="card"]:focus {{ border: 2px solid {c.accent}; }}
    QFrame[role="chosen"] {{ background: {c.accent_soft}; border: 2px solid {c.accent};
        border-radius: 8px; }}
    QFrame[role="notice"] {{ background: {c.warm_soft}; border: 1px solid {c.warm};
        border-radius: 8px; }}
    QFrame[role="side"] {{ background: {c.window}; border: none; }}
    QFrame[role="page"], QScrollArea[role="page"], QWidget[role="page"] {{
        background: {c.page}; border: none; }}
    """


def _controls(c: Colours) -> str:
    """Rules for buttons."""
    return f"""
    QPushButton, QToolButton[role="plain"] {{ padding: 6px 14px; border-radius: 6px;
        border: 1px solid {c.border}; background: {c.card}; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QToolButton[role="plain"] {{ padding: 6px; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 5px; }}
    QPushButton:disabled {{ color: {c.quiet}; background: {c.window}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.accent_text};
        border-color: {c.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.window}; color: {c.quiet};
        border-color: {c.border}; }}
    QPushButton[role="link"] {{ border: none; background: transparent; color: {c.accent};
        text-align: left; padding: 2px; }}
    QPushButton[role="link"]:focus {{ border: 1px solid {c.accent}; padding: 1px; }}
    """


def _inputs(c: Colours) -> str:
    """Rules for inputs, lists, scroll bars and splitters."""
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QListView, QTreeView {{
        background: {c.card}; border: 1px solid {c.edge}; border-radius: 6px; padding: 5px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QListView:focus,
    QTreeView:focus {{
        border: 2px solid {c.accent}; padding: 4px; }}
    QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px; border: 1px solid transparent;
        border-radius: 4px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox QAbstractItemView {{ background: {c.card}; border: 1px solid {c.border};
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter {{ qproperty-handleWidth: 1; }}
    QSplitter::handle {{ background: {c.border}; }}
    QHeaderView::section {{ background: {c.page}; color: {c.quiet}; border: none;
        border-bottom: 1px solid {c.border}; padding: 6px; }}
    QListView::item {{ padding: 6px; border-radius: 6px; }}
    QTreeView::item {{ padding: 5px 2px; }}
    QListView::item:selected, QTreeView::item:selected {{
        background: {c.accent_soft}; color: {c.text}; }}
    QListView[role="steps"] {{ border: none; background: transparent; padding: 0; }}
    QListView[role="steps"]:focus {{ border: 1px solid {c.accent}; }}
    QToolTip {{ background: {c.card}; color: {c.text}; border: 1px solid {c.border}; }}
    QProgressBar {{ border: 1px solid {c.border}; border-radius: 4px; background: {c.page};
        max-height: 8px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    """


def _marks(c: Colours, points: float, arrow: str, tick: str) -> str:
    """Rules for arrows, check boxes and radio buttons, which grow with the type size."""
    box = round(points * 1.6)
    ring = round(box * 0.3)
    inside = box + 2 - 2 * ring
    return f"""
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {box}px; height: {box}px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: {box}px; height: {box}px; background: {c.card}; border: 1px solid {c.edge}; }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
    QListView::item {{ min-height: {box}px; }}
    QRadioButton::indicator:checked {{ width: {inside}px; height: {inside}px;
        border: {ring}px solid {c.accent}; }}
    """


def _tables(c: Colours) -> str:
    """Rules for tables, tabs and rows."""
    return f"""
    QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
    QPushButton[role="row"] {{ border: none; background: transparent; text-align: left;
        padding: 4px; }}
    QPushButton[role="row"]:focus {{ border: 1px solid {c.accent}; padding: 3px; }}
    QTabBar::tab {{ padding: 8px 10px; border: none; border-bottom: 3px solid {c.border};
        color: {c.quiet}; background: transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:selected:focus {{ background: {c.accent_soft}; }}
    QTableView {{ background: {c.card}; border: 1px solid {c.edge}; border-radius: 6px;
        padding: 5px; }}
    QTableView:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    """
