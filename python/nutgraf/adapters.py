# SPDX-License-Identifier: Apache-2.0
"""nutgraf in the places where corpus pipelines call an extractor.

    Extractor   for pipelines whose step is a `BaseExtractor` with `extract(text) -> str`
    Algorithm   for those that call `extract_text(html, stop_words, language)`

Where the pipeline is installed, each is a subclass of what it wants.
"""
from __future__ import annotations

from typing import FrozenSet, List, Optional

from . import Error, read

try:
    from datatrove.pipeline.extractors.base import BaseExtractor as _Step
except ImportError:
    _Step = object

try:
    from nemo_curator.stages.text.download.html_extractors import (
        HTMLExtractorAlgorithm as _Algorithm)
except ImportError:
    _Algorithm = object


class Extractor(_Step):  # type: ignore[misc,valid-type]
    """`text` of a page: of an article its body."""

    name = "nutgraf"

    def __init__(self, timeout: float = 1.0, **settings):
        """timeout: seconds a page; settings as of nutgraf.read()."""
        if _Step is not object:
            super().__init__(timeout)
        self.settings = dict(max_milliseconds=max(1, int(timeout * 1000)), **settings)

    def extract(self, text: str) -> str:
        """The text that a reader came for; raises nutgraf.Error where there is none to read."""
        return read(text, **self.settings).get("text", "")


class Algorithm(_Algorithm):  # type: ignore[misc,valid-type]
    """The paragraphs of a page's text."""

    def __init__(self, **settings):
        """settings as of nutgraf.read()."""
        self.settings = settings

    def extract_text(self, html: str, stop_words: FrozenSet[str] = frozenset(),
                     language: str = "") -> Optional[List[str]]:
        """Its paragraphs, None where it has none. Needs no stop words, finds the language."""
        del stop_words, language
        try:
            text = read(html, **self.settings).get("text", "")
        except Error:
            return None
        return text.split("\n\n") if text else None
