"""The web pages an answer cites."""

from __future__ import annotations

from openrouter_sdk import models

from ..errors import as_list


def citations_of(result: models.ChatResult | None) -> list[models.UrlCitation]:
    """The pages cited in an answer, each once, in the order they first appear.

    A page that is cited at several places is there with its first place; `message.annotations` has them all.
    """
    found: dict[str, models.UrlCitation] = {}
    for annotation in as_list(None if result is None else result.message.annotations):
        citation = getattr(annotation, "url_citation", None)
        if isinstance(citation, models.UrlCitation) and isinstance(citation.url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            found.setdefault(citation.url, citation)
    return list(found.values())
