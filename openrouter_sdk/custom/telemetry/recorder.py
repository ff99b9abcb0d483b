"""Spans and metrics: what is begun and ended when hooks are called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from openrouter_sdk import (
    CallEndEvent,
    CallStartEvent,
    Hooks,
    RetryEvent,
    RunEndEvent,
    RunStartEvent,
    ToolEndEvent,
    ToolStartEvent,
)

from .._version import __version__
from . import attributes as names
from . import content

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.metrics import Histogram, MeterProvider
    from opentelemetry.trace import Span, SpanKind, TracerProvider

CAPTURE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
"""The environment variable by which the conventions ask for content."""
_SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
_TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864)


def hooks(
    *,
    tracer_provider: TracerProvider | None = None,
    meter_provider: MeterProvider | None = None,
    capture_content: bool | None = None,
) -> Hooks:
    """Hooks that record what a client does with OpenTelemetry, as its GenAI semantic conventions say.

    Spans: `chat MODEL`, `embeddings MODEL` and `rerank MODEL` for each call, retries and the reading of a stream
    included; `invoke_agent` for each run of tools, and `execute_tool NAME` for each call of a tool in it, which is the
    current span while the tool runs. Metrics: `gen_ai.client.operation.duration`, `gen_ai.client.token.usage`,
    `gen_ai.client.operation.time_to_first_chunk` (streams) and `openrouter.client.cost` in USD.

    Args:
        tracer_provider: Where spans go; the global one where nothing is said.
        meter_provider: Where metrics go; the global one where nothing is said.
        capture_content: Whether messages, arguments and results of tools are recorded in spans. They may be private.
            None for what the variable `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT` says, else no.

    Raises:
        ImportError: The extra `otel` is not installed.

    Example:
        `OpenRouter(hooks=telemetry.hooks() | Hooks(on_retry=print))`
    """
    if capture_content is None:
        asked = os.environ.get(CAPTURE, "").strip().lower()
        capture_content = asked in {"true", "1", "span_only", "span_and_event"}
    recorder = Recorder(tracer_provider, meter_provider, capture_content)
    return Hooks(
        on_call_start=recorder.call_started,
        on_call_end=recorder.call_ended,
        on_retry=recorder.retried,
        on_run_start=recorder.run_started,
        on_run_end=recorder.run_ended,
        on_tool_start=recorder.tool_started,
        on_tool_end=recorder.tool_ended,
    )


class Recorder:
    """Keeps the spans that are open. Its methods may be called from any thread."""

    def __init__(self, tracers: TracerProvider | None, meters: MeterProvider | None, capture: bool) -> None:
        try:
            from opentelemetry import context, metrics, trace  # lazy: the extra `otel`
        except ImportError as error:
            raise ImportError("telemetry needs the extra `otel`: pip install 'openrouter-sdk[otel]'") from error
        self._context, self._trace = context, trace
        self._tracer = trace.get_tracer("openrouter_sdk", __version__, tracer_provider=tracers)
        meter = metrics.get_meter("openrouter_sdk", __version__, meter_provider=meters)

        def histogram(name: str, unit: str, description: str, bounds: Sequence[float] | None = None) -> Histogram:
            return meter.create_histogram(name, unit, description, explicit_bucket_boundaries_advisory=bounds)

        self._duration = histogram("gen_ai.client.operation.duration", "s", "GenAI operation duration.", _SECONDS)
        self._tokens = histogram("gen_ai.client.token.usage", "{token}", "Input and output tokens used.", _TOKENS)
        self._first = histogram(
            "gen_ai.client.operation.time_to_first_chunk", "s", "Time to the first chunk of a stream.", _SECONDS
        )
        self._cost = meter.create_counter("openrouter.client.cost", "USD", "What calls cost.")
        self._capture = capture
        self._calls: dict[int, tuple[Span, names.Attributes]] = {}
        self._runs: dict[str, Span] = {}
        self._tools: dict[tuple[str, str], Span] = {}

    def call_started(self, event: CallStartEvent) -> None:
        """Begin the span of a call."""
        if event.operation not in names.OPERATIONS:
            return
        common = names.of_call(event)
        title = " ".join(filter(None, (common["gen_ai.operation.name"], event.model)))
        kind = self._trace.SpanKind.CLIENT
        span = self._begin(title, kind, {**common, **names.of_request(event)}, self._parent(event.run_id))
        if self._capture and span.is_recording():
            span.set_attributes(content.of_request(event))
        self._calls[event.operation_id] = span, common

    def call_ended(self, event: CallEndEvent) -> None:
        """End it, and count what the call took."""
        if (begun := self._calls.pop(event.operation_id, None)) is None:
            return
        span, common = begun
        told = names.of_answer(event)
        if self._capture and span.is_recording():
            told.update(content.of_answer(event))
        self._end(span, told, event.error_type)
        self._count(
            event, {**common, **{key: told[key] for key in ("gen_ai.response.model", "error.type") if key in told}}
        )

    def _count(self, event: CallEndEvent, common: names.Attributes) -> None:
        self._duration.record(event.duration_ms / 1000, common)
        if event.time_to_first_token_ms is not None:
            self._first.record(event.time_to_first_token_ms / 1000, common)
        usage = names.of_usage(event.usage)
        for kind in ("input", "output"):
            if (count := usage.get(f"gen_ai.usage.{kind}_tokens")) is not None:
                self._tokens.record(count, {**common, "gen_ai.token.type": kind})
        if event.cost is not None and event.cost >= 0:
            self._cost.add(float(event.cost), common)

    def retried(self, event: RetryEvent) -> None:
        """Note in the span of the call that it is tried again."""
        if (begun := self._calls.get(event.operation_id)) is not None:
            told: dict[str, Any] = {
                "attempt": event.attempt,
                "delay_s": event.delay_s,
                "error.type": type(event.error).__name__,
            }
            begun[0].add_event("openrouter.retry", told if event.status is None else {**told, "status": event.status})

    def run_started(self, event: RunStartEvent) -> None:
        """Begin the span of a run."""
        self._runs[event.run_id] = self._begin("invoke_agent", self._trace.SpanKind.INTERNAL, names.of_run(event), None)

    def run_ended(self, event: RunEndEvent) -> None:
        """End it."""
        if (span := self._runs.pop(event.run_id, None)) is not None:
            self._end(span, names.of_run_end(event), event.error_type)

    def tool_started(self, event: ToolStartEvent) -> None:
        """Begin the span of a call of a tool, which the tool sees as the current one."""
        title = f"execute_tool {event.name}"
        span = self._begin(title, self._trace.SpanKind.INTERNAL, names.of_tool(event), self._parent(event.run_id))
        if self._capture and span.is_recording():
            span.set_attribute("gen_ai.tool.call.arguments", content.as_json(dict(event.arguments)))
        self._tools[event.run_id, event.call_id] = span
        # The context is the tool's alone and goes with it, so that nothing has to be put back.
        self._context.attach(self._trace.set_span_in_context(span))

    def tool_ended(self, event: ToolEndEvent) -> None:
        """End it."""
        if (span := self._tools.pop((event.run_id, event.call_id), None)) is None:
            return
        told = names.of_error(event.error_type)
        if self._capture and event.result is not None:
            told["gen_ai.tool.call.result"] = content.as_json(event.result.content)
        self._end(span, told, event.error_type)

    def _parent(self, run_id: str | None) -> Context | None:
        """The context of a run; None for the current one."""
        span = self._runs.get(run_id) if run_id is not None else None
        return None if span is None else self._trace.set_span_in_context(span)

    def _begin(self, title: str, kind: SpanKind, told: names.Attributes, parent: Context | None) -> Span:
        return self._tracer.start_span(title, context=parent, kind=kind, attributes=told)

    def _end(self, span: Span, told: names.Attributes, error_type: str | None) -> None:
        span.set_attributes(told)
        if error_type is not None:
            # the message of an error may quote the prompt
            span.set_status(self._trace.StatusCode.ERROR, error_type)
        span.end()
