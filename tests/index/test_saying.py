"""Questions that the catalogue answers whole: who says, who decided, what was moved."""

import pytest

from corpus.models import Outcome, SectionKind
from index.models import Filters, LibraryError


def test_every_passage_that_says_all_of_it(library):
    passages = library.passages()
    word = next(word for word in sorted(library.words()) if len(word) > 6)
    said = library.saying([[(word,)]])
    assert {each.id for each in said if each.itself} == {
        passage.id for passage in passages if word in passage.text.lower()
    }
    assert {each.id for each in said} >= {passage.id for passage in passages if word in passage.text.lower()}
    assert library.saying([[(word,)], [("nowheretobefound",)]]) == []
    assert library.saying([]) == [] and library.saying([[("-",)]]) == []


def test_any_of_several_phrases_is_enough(library):
    one, other = [word for word in sorted(library.words()) if len(word) > 6][:2]
    either = {each.id for each in library.saying([[(one,), (other,)]])}
    assert either == {each.id for word in (one, other) for each in library.saying([[(word,)]])}


def test_titles_and_matters_of_items(library):
    items = library.items()
    assert sorted(library.titles()) == sorted((item.key, item.title) for item in items)
    keys = [items[0].key]
    assert [matter.id for matter in library.matters_of(keys)] == [
        matter.id for matter in library.matters() if any(paper.item.key in keys for paper in matter.papers)
    ]
    assert library.matters_of([]) == []


def test_passages_of_items_documents_and_kinds(library):
    every = library.passages()
    item = next(item for item in library.items() if item.decisions)
    assert library.passages_of_items([item.key]) == library.passages(item_key=item.key)
    decisions = library.passages_of_items([item.key], [SectionKind.DECISION])
    assert decisions == [
        each for each in every if each.item_key == item.key and each.kind is SectionKind.DECISION
    ]
    document = every[0].span.document_id
    assert library.passages_of_documents([document]) == library.passages(document=document)
    assert library.passages_by_id([every[0].id]) == {every[0].id: every[0]}
    assert library.passages_of_kind(SectionKind.DECISION) == [
        each for each in every if each.kind is SectionKind.DECISION and not each.set_aside
    ]


def test_which_items_decided(library):
    deciding = {item.key for item in library.items() if item.decisions}
    assert library.items_deciding(Filters()) == deciding
    assert library.items_deciding(Filters(), [Outcome.WITHDRAWN]) == {
        item.key
        for item in library.items()
        if any(decision.outcome is Outcome.WITHDRAWN for decision in item.decisions)
    }
    assert library.items_deciding(Filters(), voted=True) == {
        item.key for item in library.items() if any(decision.vote for decision in item.decisions)
    }


def test_a_document_by_its_whole_id(library):
    document = library.documents()[0].id
    held = library.document(document)
    assert held.text == library.document_text(document) and held.id == document
    with pytest.raises(LibraryError, match="holds no document"):
        library.document(document[:-1])
