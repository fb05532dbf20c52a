"""The coreference model that the tests of Stanza share: trained once a run, by Stanza's own trainer."""

from __future__ import annotations

from pathlib import Path

import pytest
import small_model


@pytest.fixture(scope="session")
def model_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model.build(tmp_path_factory.mktemp("model"))
