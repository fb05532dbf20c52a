"""The page, in a real browser: what is seen, what is clicked, and what a hostile article can do (nothing)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import attribute

EXAMPLE = (Path(__file__).parents[1] / "docs" / "example-article.txt").read_text(encoding="utf-8")
_HOSTILE = (
    "<script>window.hacked = 1</script>\n\n"
    "\"No \u202e way <img src=x onerror='window.hacked = 2'>,\" said Ana Reyes</span></article><script>window.hacked = 3</script>.\n\n"
    '"It is \x1b late]]>," said "Tom\' onmouseover=\'window.hacked=4" Brask.\n\n&lt;b&gt; &amp; {{7*7}} -->'
)
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=_CHROMIUM, args=[*flags.split(), "--disable-sync"])
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of an article; the network is refused, and anything on the console is an error."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, offline=True)
    said: list[str] = []

    def opened(text: str) -> Any:
        file = tmp_path / "page.html"
        file.write_text(attribute(text).to_html(), encoding="utf-8", errors="backslashreplace")
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield opened
    context.close()
    assert said == []


@needs_browser
def test_hovering_and_clicking_show_the_evidence(show: Any) -> None:
    page = show(EXAMPLE)
    assert page.locator(".hint").is_visible()
    page.get_by_text("We shut every fountain").first.hover()
    card = page.locator(".card.on")
    assert "Carmen Delgado, facilities director" in card.inner_text()
    assert "tag after said; subject Delgado" in card.inner_text()
    assert [cue.inner_text() for cue in page.locator(".cue.on").all()] == ["said"]
    page.mouse.move(5, 5)
    assert page.locator(".hint").is_visible()
    page.get_by_text("We shut every fountain").first.click()
    page.mouse.move(5, 5)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


@needs_browser
def test_the_keyboard_alone_will_do(show: Any) -> None:
    page = show(EXAMPLE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert "district officials" in page.locator(".card.on").inner_text()
    page.keyboard.press("ArrowDown")
    assert "Carmen Delgado" in page.locator(".card.on").inner_text()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "button"
    described = page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent")
    assert "Carmen Delgado" in described


@needs_browser
def test_a_speaker_can_be_picked_out(show: Any) -> None:
    page = show(EXAMPLE)
    button = page.get_by_role("button", name=re.compile("Ellen Brandt")).last
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert {q.get_attribute("data-s") for q in page.locator(".q.kept").all()} == {button.get_attribute("data-s")}
    button.click()
    assert page.locator(".faded").count() == 0


@needs_browser
def test_what_is_uncertain_looks_so(show: Any) -> None:
    page = show('"It is late," said Ana Reyes.\n\nReyes shook her head. "Too late."\n\nHe said it was early.')
    style = "element => getComputedStyle(element).borderBottomStyle"
    assert [page.locator(".q").nth(i).evaluate(style) for i in range(3)] == ["solid", "dashed", "dotted"]
    page.locator(".q").nth(2).hover()
    assert 'nobody was found that "He" stands for' in page.locator(".card.on").inner_text()


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.1."""

    def luminance(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_colours_can_be_read(show: Any, scheme: str) -> None:
    page = show("\n\n".join(f'"It is late," said Ana{"abcdefghi"[n]} Reyes{"abcdefghi"[n]}.' for n in range(9)))
    page.emulate_media(color_scheme=scheme)
    get = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    for quotation in page.locator(".q").all():
        assert _contrast(*quotation.evaluate(get)) >= 7
    ink = page.locator("header p").evaluate("e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]")
    assert _contrast(*ink) >= 4.5


@needs_browser
def test_it_prints_with_all_evidence(show: Any) -> None:
    page = show(EXAMPLE)
    page.emulate_media(media="print")
    assert all(card.is_visible() for card in page.locator(".card").all())
    assert page.pdf()[:5] == b"%PDF-"


@needs_browser
def test_a_hostile_article_does_nothing(show: Any) -> None:
    page = show(_HOSTILE)
    page.locator(".q").first.hover()
    page.locator(".q").first.click()
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("article script, article img").count() == 0
    seen = page.locator("article").inner_text()
    assert "<script>window.hacked = 1</script>" in seen
    assert "U+202E" in seen
    assert "\u202e" not in page.content()


@needs_browser
def test_an_article_of_a_megabyte_opens(show: Any) -> None:
    page = show((EXAMPLE + "\n\n") * (1_000_000 // len(EXAMPLE)))
    page.locator(".q").nth(3000).scroll_into_view_if_needed()
    page.locator(".q").nth(3000).hover()
    assert page.locator(".card.on").count() == 1


class _Words(HTMLParser):
    """The text of the article in a page, and whether every element is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.words += data


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_whole_page(text: str) -> None:
    parser = _Words()
    parser.feed(attribute(text).to_html())
    parser.close()
    assert parser.open == []
    shown = iter(parser.words)
    assert all(ch in shown for ch in text if ch.isalnum()), "a letter of the text is missing, or in another place"


def test_a_notebook_gets_a_frame_of_its_own() -> None:
    shown = attribute('"No," said Ana <b>Reyes</b>.')._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts"')
    assert shown.count("<") == 2
    assert "<!DOCTYPE html>" in unescape(shown)
