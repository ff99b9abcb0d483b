"""Answers the mails of customers: finds out what a mail is about, then drafts the reply, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from openrouter_sdk import OpenRouter, errors

TOPICS = ("bill", "fault", "other")
SORRY = "Thank you. We will write to you tomorrow."


class Support:
    """Sorts and answers mails."""

    def __init__(self, client: OpenRouter | None = None) -> None:
        self._client = client or OpenRouter()

    def topic(self, mail: str) -> str:
        """One of the topics."""
        question = f"What is this mail about? One word of {', '.join(TOPICS)}.\n\n{mail}"
        result = self._client.chat.send(
            model="openai/gpt-4o-mini", messages=[{"role": "user", "content": question}], temperature=0
        )
        word = result.text.strip(" .\n").lower()
        return word if word in TOPICS else "other"

    def draft(self, mail: str) -> Iterator[str]:
        """The reply, as it is written."""
        order = f"Reply to this mail about a {self.topic(mail)}, kindly.\n\n{mail}"
        try:
            with self._client.chat.send(
                model="anthropic/claude-sonnet-4.5", messages=[{"role": "user", "content": order}], stream=True
            ) as stream:
                yield from stream.text_deltas()
        except errors.TooManyRequestsResponseError:
            yield SORRY
