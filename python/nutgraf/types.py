# SPDX-License-Identifier: Apache-2.0
"""What rows look like, in schema.org's terms; docs/schema/row.schema.json says it in full."""
from __future__ import annotations

from typing import Any, Dict, List, TypedDict


class Failure(TypedDict, total=False):
    """Why an input was not read, or not to its end."""
    code: str
    text: str
    offset: int


class Author(TypedDict, total=False):
    """Who wrote a story."""
    name: str
    url: str


class Part(TypedDict, total=False):
    """A piece of a story's body; captions too."""
    type: str
    text: str
    level: int
    bytes: List[List[int]]


class Story(TypedDict, total=False):
    """A story. What is not known is left out."""
    headline: str
    description: str
    author: List[Author]
    datePublished: str
    dateModified: str
    dateSource: str
    articleSection: str
    keywords: List[str]
    creditText: str
    publisher: Dict[str, str]
    image: Dict[str, str]
    url: str
    isAccessibleForFree: bool
    inLanguage: str
    articleBody: str
    parts: List[Part]
    comments: List[Dict[str, Any]]
    attributions: List[Dict[str, Any]]
    names: List[Dict[str, Any]]
    dates: List[Dict[str, Any]]
    figures: List[Dict[str, Any]]
    relations: List[Dict[str, Any]]
    page: Dict[str, Any]
    """Of stories(): the row's file, url, kind, sha256 and warc."""


class Teaser(TypedDict, total=False):
    """An entry of a list, most-read or related box."""
    headline: str
    description: str
    articleSection: str
    ageText: str
    datePublished: str
    url: str


class Row(TypedDict, total=False):
    """What one input gives."""
    schema: int
    file: str
    url: str
    kind: str
    inLanguage: str
    text: str
    stories: List[Story]
    teasers: List[Teaser]
    sha256: str
    warc: Dict[str, Any]
    error: Failure
