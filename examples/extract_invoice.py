"""From the text of a PDF into dataclasses.

Set OPENROUTER_API_KEY, install `openrouter-sdk[tools]`, and run it with a PDF, or without one to see it read its own.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from openrouter_sdk import OpenRouter, content, errors

MODEL = "openai/gpt-4o-mini"
WORDS = ["Smith and Sons, invoice 2026-117", "3 boxes of paper, 12.50 each", "1 stapler, 8.00", "Total: 45.50 EUR"]


@dataclass
class Line:
    """A line of an invoice."""

    what: str
    count: int
    price: Annotated[float, "Of one piece."]


@dataclass
class Invoice:
    """An invoice.

    Attributes:
        number: As it is printed.
        currency: The code of three letters, such as EUR.
    """

    sender: str
    number: str
    total: float
    currency: str
    lines: list[Line] = field(default_factory=list[Line])


def own_pdf() -> bytes:
    """A page with a few words on it."""
    shown = "\n".join(f"({line}) Tj T*" for line in WORDS)
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    drawing = f"BT /F1 12 Tf 14 TL 72 720 Td\n{shown}\nET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources {font} >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
    ]
    text, places = "%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    return f"{text}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def main() -> None:
    pdf = Path(sys.argv[1]).read_bytes() if sys.argv[1:] else own_pdf()
    with OpenRouter() as client:
        result = client.chat.parse(
            model=MODEL,
            messages=[{"role": "user", "content": [content.text("Read this invoice."), content.file(pdf)]}],
            # OpenRouter turns the document into text, so that any model can read it
            plugins=[{"id": "file-parser", "pdf": {"engine": "cloudflare-ai"}}],
            response_format=Invoice,
            repairs=1,
        )
    invoice = result.parsed
    print(f"{invoice.number!r} of {invoice.sender!r}: {invoice.total:.2f} {invoice.currency}")
    for line in invoice.lines:
        print(f"{line.count:5} x {line.what} at {line.price:.2f}")
    added = sum(line.count * line.price for line in invoice.lines)
    if abs(added - invoice.total) >= 0.01:
        print(f"The lines add up to {added:.2f}: look at it.")


if __name__ == "__main__":
    try:
        main()
    except errors.OutputParsingError as error:
        sys.exit(f"No invoice: {error}")
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
