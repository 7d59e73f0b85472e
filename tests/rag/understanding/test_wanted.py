"""What sort of answer a question wants, question by question."""

import pytest

from rag.understanding.wanted import Wanted, also_wanted, read_asks, read_wanted

WANTED = {
    Wanted.SAID: (
        "What did the cycling campaign ask for?",
        "What did the two young carers tell the committee?",
        "What was said about the boiler?",
    ),
    Wanted.DECISION: (
        "What did we decide on unconscious bias training?",
        "Did the committee approve the budget?",
        "Was the proposal rejected?",
        "What was the outcome of the review?",
        "Did the council agree how many houses to build?",
        "Has the plan been signed off?",
        "What did they ask for?",
        "What became of the petition?",
        "Councillor Ash moved that lamps be kept. Where did that motion end up?",
    ),
    Wanted.WHO: (
        "Which councillor asked about housing?",
        "Who is the chair of governors at Elm School?",
        "What are the names of the new members?",
        "Name every councillor on the board",
        "Was anybody there for the Trust? Name please",
        "By whom was the report written, and who paid?",
        "which officer wrote it",
        "Tell me who runs the youth clubs",
        "Whose idea was the new crossing?",
    ),
    Wanted.PRESENT: (
        "Who chaired the meeting?",
        "Who was present on 17 July 2019?",
        "Who sent apologies?",
        "Who was at the meeting?",
        "Which members were absent?",
        "Tell me who attended in March",
        "Did Councillor Ash attend?",
    ),
    Wanted.INTEREST: (
        "Who declared an interest?",
        "Were any interests declared?",
        "Did anyone declare anything?",
        "Which councillors declared interests in the market?",
        "What conflicts of interest were there?",
    ),
    Wanted.MEETING_PLACE: (
        "Where was the meeting held?",
        "Where did they meet when the hall was shut?",
        "What room did they meet in?",
        "whats the venue",
    ),
    Wanted.WHERE: ("Where is the new library?", "Which building will house the archive?"),
    Wanted.WHEN: (
        "When does the new system go live?",
        "By what date must the action plan be ready?",
        "What time did the meeting start?",
        "WHEN DOES IT OPEN?",
        "And when was the report published?",
    ),
    Wanted.HOW_MANY: (
        "How many pupils were excluded?",
        "What percentage of assessments were on time?",
        "What is the average caseload?",
        "How long is the waiting list?",
        "How often are visits made?",
        "How much rain fell?",
    ),
    Wanted.MONEY: (
        "How much does the scheme cost?",
        "What was the budget for parks?",
        "How much money was saved?",
        "What is the £38,500 for?",
    ),
    Wanted.FOLLOW_UP: (
        "What happened to the recommendations on exclusions?",
        "what became of our request for a visit",
        "Has the recommendation on lamps been implemented?",
    ),
    Wanted.CONTACT: ("What number do I ring about parking?", "Who should I contact about the report?"),
    Wanted.PLANNED: (
        "What is on the agenda for September?",
        "Which reports are due next year?",
        "What is in the work programme?",
    ),
    Wanted.ANYTHING: (
        "Tell me about knife crime",
        "Is there a plan for cycling?",
        "Explain the role of the virtual school",
        # what is named need be nobody
        "What are the names of the schools?",
        "Which parts of the town did Mr Ash name as short of lamps?",
        "Name the three roads that were shut",
        "Name every scheme in the plan",
        "Are the council teaching workers about hidden prejudice?",
        # relative clauses ask for nobody, no day and no place
        "Kids who grew up in care: what help do they get?",
        "Councillors who attended youth clubs",
        "The staff whose posts were cut",
        "What happens when pupils move school?",
        "Tell me what is done when a child goes missing",
        "Is there a school where nobody is excluded?",
    ),
}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [(question, wanted) for wanted, questions in WANTED.items() for question in questions],
)
def test_a_question_wants(question: str, wanted: Wanted) -> None:
    assert read_wanted(question) is wanted


def test_what_somebody_names_is_no_name() -> None:
    assert read_wanted("Which piers did Mr Ash name as in need of paint?") is Wanted.ANYTHING
    assert read_wanted("What reasons does the report name?") is Wanted.ANYTHING


def test_the_first_telling_words_decide() -> None:
    assert read_wanted("Where did they meet when the vote was taken?") is Wanted.MEETING_PLACE
    assert read_wanted("When did they vote on where to build?") is Wanted.WHEN


def test_when_something_else_was_done_is_not_asked() -> None:
    assert read_wanted("When the Water Board briefed them, how much will it cost?") is Wanted.MONEY
    assert read_wanted("When did the Water Board brief them, and who came?") is Wanted.WHEN


@pytest.mark.parametrize(
    ("question", "also"),
    [
        ("How many signed the petition?", ()),
        ("Bread and butter", ()),
        ("When did it open, and how much did it cost?", (Wanted.MONEY,)),
        ("What was said about when the library opens and where is it?", (Wanted.WHERE,)),
        ("By whom was it written, by when is it due and where is it?", (Wanted.WHEN, Wanted.WHERE)),
        ("Did it pass? What did it cost? And how much did it cost before?", (Wanted.MONEY,)),
        ("What did they decide about the park and was it unanimous?", (Wanted.VOTE,)),
        ("When the Water Board briefed them, what did they say?", ()),
        ("When the Water Board briefed them, what did they say and when is it due?", (Wanted.WHEN,)),
    ],
)
def test_a_sentence_may_ask_for_more(question: str, also: tuple[Wanted, ...]) -> None:
    assert also_wanted(question) == also


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What price did the Council pay for Quay House?", Wanted.MONEY),
        ("What rent was set for a plot?", Wanted.MONEY),
        ("Which contractor did the work and at what price?", Wanted.MONEY),
        ("What yearly fee does the ferry firm get?", Wanted.MONEY),
        ("What sum did the Clerk think would do?", Wanted.MONEY),
        ("What summary did the Clerk give?", Wanted.ANYTHING),
        ("What rent policy was adopted?", Wanted.DECISION),
        ("What cost pressures did members discuss?", Wanted.ANYTHING),
        ("What was the vote on the budget, for and against?", Wanted.VOTE),
        ("How many firms had a grant from the fund?", Wanted.HOW_MANY),
        ("How many pounds were spent?", Wanted.MONEY),
        ("What's the average wait for a plot?", Wanted.HOW_MANY),
        ("EHC plans requested in the year to 31 March 2020", Wanted.HOW_MANY),
        ("lamps mended in 2019/20", Wanted.HOW_MANY),
        ("ferry grants approved in 2019/20", Wanted.DECISION),
        ("reports requested in July 2019", Wanted.DECISION),
        ("Which plans were requested in the year to 31 March 2020?", Wanted.DECISION),
        ("What’s the vacancy rate among nurses?", Wanted.HOW_MANY),
        ("Average daily riders on the quay in May?", Wanted.HOW_MANY),
        ("Number of fines issued so far", Wanted.HOW_MANY),
        ("What affects how many pupils there are?", Wanted.ANYTHING),
        ("Which factors govern how long a case takes?", Wanted.ANYTHING),
        ("Why didn't officers recommend a toll?", Wanted.ANYTHING),
        ("What did officers recommend?", Wanted.RECOMMENDATION),
        ("Where had the works got to at the June meeting?", Wanted.ANYTHING),
        ("Where do we stand on the pier?", Wanted.ANYTHING),
        ("Where does the statue stand?", Wanted.WHERE),
    ],
)
def test_sums_and_figures_are_asked_for_in_many_ways(question: str, wanted: Wanted) -> None:
    assert read_wanted(question) is wanted


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("How many came and who paid?", (("How many came", Wanted.HOW_MANY), ("who paid?", Wanted.WHO))),
        ("Staff and desks: what was the ratio?", (("what was the ratio?", Wanted.HOW_MANY),)),
        ("Tell me of the desks, how many are there?",
         (("Tell me of the desks", Wanted.ANYTHING), ("how many are there?", Wanted.HOW_MANY))),
        ("What did it cost?", (("What did it cost?", Wanted.MONEY),)),
    ],
)  # fmt: skip
def test_each_question_of_a_sentence_asks(text: str, asks: tuple[tuple[str, Wanted], ...]) -> None:
    assert read_asks(text) == asks


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Where was the lamp seminar of 25 April 2014 held?", Wanted.WHERE),
        ("Where is the harbour fair held?", Wanted.WHERE),
        ("Where did the old bench end up?", Wanted.WHERE),
        ("Where was the meeting about the fair held?", Wanted.MEETING_PLACE),
        ("Where did the panel meet?", Wanted.MEETING_PLACE),
    ],
)
def test_what_is_held_somewhere_is_not_always_a_meeting(question: str, wanted: Wanted) -> None:
    assert read_wanted(question) is wanted
