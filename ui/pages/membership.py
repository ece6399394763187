"""What a country's standing in the call means for an organisation, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk import words

from ..session import Session


def membership(session: Session, item: str) -> str:
    """Say whether an organisation's country is a programme or a partner country."""
    countries = session.pack.countries
    code = session.draft.text(session.pack.role("organisation_country"), item)
    if countries is None or not code:
        return ""
    named = words.country(code, session.texts.language)
    if code in countries.programme:
        return QCoreApplication.translate("Membership", "{}: programme country").format(named)
    text = QCoreApplication.translate("Membership", "{}: partner country.").format(named)
    return f"{text} {session.texts.get('rule.partner-country')}".strip()
