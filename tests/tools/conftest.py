"""A runner for each way a run is made: sync and async, streamed and not."""

from __future__ import annotations

import pytest

from openrouter_sdk import testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.tools.running import Runner


@pytest.fixture(params=[False, True], ids=["whole", "streamed"])
def runner(request: pytest.FixtureRequest, api: Api, make_client: MakeClient, server: testing.Server) -> Runner:
    return Runner(api, make_client(real_time=True), server, streamed=request.param)
