"""The results of a bulk run in a notebook."""

from __future__ import annotations

import re

from openrouter_sdk import BulkResults, ChatResult, errors, models


def answer(text: str) -> ChatResult:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1000, "completion_tokens": 234, "total_tokens": 1234, "cost": 0.0025}
    return models.ChatResult.from_dict({"id": "gen-1", "model": "a/b", "choices": [choice], "usage": usage})


def rows(html: str) -> list[list[str]]:
    """The text of the cells."""
    return [
        re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(<td.*?)</tr>", html, re.DOTALL)
    ]


def test_failures_come_first_and_nothing_is_taken_for_html() -> None:
    results = BulkResults(
        [
            answer("<b>bold</b>"),
            errors.BadRequestResponseError("<script>"),
            answer("two"),
            errors.NotSentError("stopped"),
        ]
    )

    html = results._repr_html_()

    assert rows(html) == [
        ["1", "BadRequestResponseError: &lt;script&gt;", "", "", ""],
        ["3", "NotSentError: stopped", "", "", ""],
        ["0", "&lt;b&gt;bold&lt;/b&gt;", "a/b", "1,234", "$0.002500"],
        ["2", "two", "a/b", "1,234", "$0.002500"],
    ]
    assert "2 answered, 2 failed or not sent; 2,468 tokens, $0.005000</caption>" in html


def test_many_results_and_long_answers_are_cut() -> None:
    html = BulkResults([answer("x" * 1000)] * 50)._repr_html_()

    assert len(rows(html)) == 21
    assert "and 30 more" in html
    assert "x" * 301 not in html


def test_no_results_are_an_empty_table() -> None:
    assert rows(BulkResults()._repr_html_()) == []
