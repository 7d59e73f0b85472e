"""Question by question: what is wanted, when, of which bodies, of which items. H, F, L, C and N are the bodies of
`saltmarsh`; ".." alone is an open end; "-" says that the question is refused as it stands."""

import datetime as dt
from collections.abc import Callable

import pytest

from rag.understanding.resolve import Resolved

HARBOUR = "Harbour Scrutiny Committee"
BODIES = {
    "H": HARBOUR,
    "F": f"{HARBOUR} – Ferries Sub-Group",
    "L": "Housing & Lettings Panel",
    "C": "Cabinet",
    "N": "Municipal District of Newton West",
}
TABLE = """
# days, however written
What was decided on 17 July 2019?                         | decision | 2019-07-17             |   |
What was decided on 17/7/19?                              | decision | 2019-07-17             |   |
What was decided on 17.07.2019?                           | decision | 2019-07-17             |   |
What was decided on 17-07-2019?                           | decision | 2019-07-17             |   |
What was decided on 2019-07-17?                           | decision | 2019-07-17             |   |
What was decided on July 17th, 2019?                      | decision | 2019-07-17             |   |
What was decided on the 17th of July 2019?                | decision | 2019-07-17             |   |
What was decided on Wednesday 17 July 2019?               | decision | 2019-07-17             |   |
What was decided on Wednesday, 17th July 2019?            | decision | 2019-07-17             |   |
What was decided on 17 July '19?                          | decision | 2019-07-17             |   |
What was decided on 7/17/2019?                            | decision | 2019-07-17             |   |
What was decided on 17 and 24 July 2019?                  | decision | 2019-07-17 2019-07-24  |   |
What was decided on 17 July?                              | decision | 2019-07-17             |   |
What was decided on July 17th?                            | decision | 2019-07-17             |   |
Who was present on the 13th of March?                     | present  | 2019-03-13             |   |
Who was present on Wednesday 13 March?                    | present  | 2019-03-13             |   |
Who was present on 14 February?                           | present  | -                      |   |
# months
What was decided in July 2019?                            | decision | 2019-07-01..2019-07-31 |   |
What was decided in 07/2019?                              | decision | 2019-07-01..2019-07-31 |   |
What was decided in July '19?                             | decision | 2019-07-01..2019-07-31 |   |
What was decided in March?                                | decision | 2018-03-01..2018-03-31 2019-03-01..2019-03-31 2021-03-01..2021-03-31 2024-03-01..2024-03-31 | |
what was decided in march?                                | decision | 2018-03-01..2018-03-31 2019-03-01..2019-03-31 2021-03-01..2021-03-31 2024-03-01..2024-03-31 | |
What did Cabinet decide in March?                         | decision | 2019-03-01..2019-03-31 | C |
What was decided at the March meeting?                    | decision | 2024-03-01..2024-03-31 |   |
What was decided at the March Cabinet meeting?            | decision | 2019-03-01..2019-03-31 | C |
What was decided at the meeting in March?                 | decision | 2024-03-01..2024-03-31 |   |
What was decided last March?                              | decision | 2024-03-01..2024-03-31 |   |
What was decided at the March meetings?                   | decision | 2018-03-01..2018-03-31 2019-03-01..2019-03-31 2021-03-01..2021-03-31 2024-03-01..2024-03-31 | |
What was decided in February?                             | decision | -                      |   |
What was decided in March and July 2019?                  | decision | 2019-03-01..2019-03-31 2019-07-01..2019-07-31 | |
What was decided between March and July 2019?             | decision | 2019-03-01..2019-07-31 |   |
What was decided from November to March 2019?             | decision | 2018-11-01..2019-03-31 |   |
How many lamps were out in March?                         | how_many | 2018-03-01..2018-03-31 2019-03-01..2019-03-31 2021-03-01..2021-03-31 2024-03-01..2024-03-31 | |
How many lamps were out in February?                      | how_many | 2024-02-01..2024-02-29 |   |
May the public speak?                                     | anything |                        |   |
Did the march go through the town?                        | anything |                        |   |
# seasons, terms, quarters
What was decided at last summer's meeting?                | decision | 2023-06-01..2023-08-31 |   |
What was decided last summer?                             | decision | 2023-06-01..2023-08-31 |   |
What was decided at the spring meeting?                   | decision | 2024-03-01..2024-05-31 |   |
What was decided at the summer 2019 meeting?              | decision | 2019-06-01..2019-08-31 |   |
What was decided in spring 2018?                          | decision | 2018-03-01..2018-05-31 |   |
What was decided in the autumn of 2018?                   | decision | 2018-09-01..2018-11-30 |   |
What was decided in winter 2019?                          | decision | 2019-12-01..2020-02-29 |   |
What was decided in autumn term 2018?                     | decision | 2018-09-01..2018-12-31 |   |
What was decided in the summer term of 2018/19?           | decision | 2019-04-01..2019-07-31 |   |
Which decisions were taken in the third quarter of 2019?  | decision | 2019-07-01..2019-09-30 |   |
Which decisions were made in Q2 2019/20?                  | decision | 2019-07-01..2019-09-30 |   |
What was agreed about warm rooms for the winter?          | decision |                        |   |
What did Cabinet agree on food over the summer of 2019?   | decision | 2019-01-01..2019-12-31 | C |
# years
What was decided in 2019?                                 | decision | 2019-01-01..2019-12-31 |   |
What was decided in the 2010s?                            | decision | 2010-01-01..2019-12-31 |   |
Decisions in 2018/19                                      | decision | 2018-04-01..2019-03-31 |   |
What was decided in 2018-19?                              | decision | 2018-04-01..2019-03-31 |   |
Which meetings were held in 2018-2020?                    | anything | 2018-01-01..2020-12-31 |   |
What was agreed about the fees for 2018/19?               | decision |                        |   |
How many pupils were excluded in 2018/19?                 | how_many |                        |   |
What was decided this year?                               | decision | 2024-01-01..2024-12-31 |   |
What was decided last year?                               | decision | 2023-01-01..2023-12-31 |   |
What was decided the year before last?                    | decision | 2022-01-01..2022-12-31 |   |
What was decided at last year's meetings?                 | decision | 2023-01-01..2023-12-31 |   |
What was agreed about this year's figures?                | decision |                        |   |
What was decided last month?                              | decision | 2024-02-01..2024-02-29 |   |
What has been decided over the last two years?            | decision | 2022-03-13..2024-03-12 |   |
What has been decided in the past 18 months?              | decision | 2022-09-13..2024-03-12 |   |
What did they say over the last few weeks?                | anything | 2024-02-20..2024-03-12 |   |
What did the 2018 AGM decide?                             | decision | 2018-01-01..2018-12-31 |   |
# before and after
What has been decided since 2018?                         | decision | 2018-01-01..           |   |
What has been decided since their July 2019 meeting?      | decision | 2019-07-01..           |   |
What has been decided since March?                        | decision | 2024-03-01..           |   |
What has been decided since last year?                    | decision | 2023-01-01..           |   |
What was decided from 2020 onwards?                       | decision | 2020-01-01..           |   |
What was decided before 2019?                             | decision | ..2018-12-31           |   |
What was decided before the meeting of 17 July 2019?      | decision | ..2019-07-16           |   |
What was decided up to and including July 2019?           | decision | ..2019-07-31           |   |
What was decided between 2018 and 2020?                   | decision | 2018-01-01..2020-12-31 |   |
# meetings by their order
What happened at the last meeting?                        | decision | 2023-12-13             |   |
Who chaired the last Cabinet meeting?                     | present  | 2023-12-13             | C |
What papers went to the latest meeting?                   | anything | 2024-03-12             |   |
What was decided at the most recent harbour committee meeting? | decision | 2022-07-06        | H |
What was decided at the last two Cabinet meetings?        | decision | 2019-07-24 2023-12-13  | C |
What was decided at the first meeting?                    | decision | 2018-03-14             |   |
Who attended the first Cabinet meeting?                   | present  | 2019-03-13             | C |
What was decided at the first meeting of 2019?            | decision | 2019-03-13             |   |
What was decided at the last meeting in 2018?             | decision | 2018-11-20             |   |
What was decided at the last meeting that dealt with lamps? | decision |                      |   |
When was the most recent meeting to hear of lamps?        | when     |                        |   |
What was decided at the last meeting that was held?       | decision | 2023-12-13             |   |
What was decided at the last meeting before 2020?         | decision | 2019-07-24             |   |
What was decided at the first meeting after 17 July 2019? | decision | 2019-07-24             |   |
What was decided at the meeting before 17 July 2019?      | decision | 2019-03-13             |   |
What was decided at the meeting after July 2019?          | decision | 2020-01-15             |   |
What was decided at the meeting before last?              | decision | 2023-12-13             |   |
What did Cabinet agree at the meeting before that?        | decision | 2019-07-24             | C |
What was decided at the last meeting that discussed lamps? | decision |                       |   |
Where had it got to at the most recent meeting that dealt with it? | anything |                    |   |
What was decided at the previous meeting?                 | decision | 2023-12-13             |   |
When did Cabinet last meet?                               | when     | 2023-12-13             | C |
What was decided at the last Cabinet?                     | decision | 2023-12-13             | C |
When is the next Cabinet meeting?                         | when     | 2023-12-13             | C |
Where is the next meeting?                                | meeting_place | 2018-11-20 2022-07-06 2023-06-14 2023-12-13 2024-03-12 | |
Were the minutes of the last meeting approved?            | decision |                        |   |
What was decided at the last meeting of the Quay Panel?   | decision | -                      |   |
# days that are none, or that no meeting is of
What was decided on 30 February 2019?                     | decision | -                      |   |
What was decided on 31 June?                              | decision | -                      |   |
What was decided on 31/02/2019?                           | decision | -                      |   |
What was decided in 2031?                                 | decision | 2031-01-01..2031-12-31 |   |
# times that are of things
What was decided on the 2019 budget?                      | decision | 2019-01-01..2019-12-31 |   |
When will they meet to agree the 2025-26 budget?          | when     |                        |   |
What was decided at the 2025-26 budget meeting?           | decision |                        |   |
Who agreed the 2018/19 capital programme?                 | who      |                        |   |
What was decided in the 2018/19 municipal year?           | decision | 2018-04-01..2019-03-31 |   |
# bodies
What did the Harbour Scrutiny Committee decide?           | decision |                        | H |
What did the harbour committee decide?                    | decision |                        | H |
What did the Harbour Scrutiny Committee – Ferries Sub-Group decide? | decision |               | F |
What did the Ferries Subgroup decide?                     | decision |                        | F |
What did the ferries sub group decide?                    | decision |                        | F |
What did the Saltmarsh Ferries Sub-Group decide?          | decision |                        | F |
What did the Housing and Lettings Panel decide?           | decision |                        | L |
What did the Housing & Lettings Panel decide?             | decision |                        | L |
When will there be one ferries panel for both quays?      | when     |                        |   |
Would a lettings panel help?                              | anything |                        |   |
What did the lettings committee decide?                   | decision |                        | L |
What did the Panel decide?                                | decision |                        | L |
What did the sub-group decide?                            | decision |                        | F |
What did scrutiny decide?                                 | decision |                        | F H |
What did the committee decide?                            | decision |                        |   |
What did HSC decide?                                      | decision |                        | H |
What did HLP decide?                                      | decision |                        | L |
What did MDNW decide?                                     | decision |                        | N |
What did Newton West decide?                              | decision |                        | N |
What did the Newton West members agree?                   | decision |                        | N |
What was agreed at the Newton West district meeting?      | decision |                        | N |
what did the municipal district of newton west decide     | decision |                        | N |
What did the Harbuor committee decide?                    | decision |                        | H |
What did the Lettinggs Panel decide?                      | decision |                        | L |
What did Cabinet decide?                                  | decision |                        | C |
What did the Cabinet Member say?                          | anything |                        |   |
What did the council decide?                              | decision |                        |   |
What help is there for HSC families?                      | anything |                        | H |
What does HSC stand for?                                  | anything |                        |   |
What did the Cabinet and the harbour committee decide?    | decision |                        | C H |
What did members decide about setting up the Ferries Subgroup again? | decision |              |   |
Did Cabinet agree to re-establish the Ferries Sub-Group?  | decision |                        | C |
What was said about the future of the Lettings Panel?     | said     |                        |   |
What did the Ferries Subgroup decide about setting up a lamp fund? | decision |               | F |
# items
What was decided on item 27?                              | decision |                        |   | 27
minute 27                                                 | anything |                        |   | 27
What does 21/50 say?                                      | anything |                        |   | 21/50
CYP/19/21 decision                                        | decision |                        |   | CYP/19/21
YPC/OSG/15/02?                                            | anything |                        |   | YPC/OSG/15/02
What was decided on CAB/2019/4?                           | decision |                        |   | CAB/2019/4
item 3(a)                                                 | anything |                        |   | 3A
agenda item 5 of the July meeting                         | anything | 2022-07-01..2022-07-31 |   | 5
What was decided on 24-00096?                             | decision |                        |   | 24/00096
decision 24/00096                                         | decision |                        |   | 24/00096
decision 2 of item 27                                     | decision |                        |   | 27
paragraph 2.6 of item 6                                   | anything |                        |   | 6
items 4, 5 and 6 of the Cabinet meeting of 24 July 2019   | anything | 2019-07-24             | C | 4 5 6
# what is wanted
What did Councillor Stone say about lamps?                | said     |                        |   |
What was said by Mrs J Quay?                              | said     |                        |   |
Who said that lamps were out?                             | who      |                        |   |
Who proposed the motion?                                  | mover    |                        |   |
Who seconded it?                                          | mover    |                        |   |
How did members vote on lamps?                            | vote     |                        |   |
How many councillors voted against?                       | vote     |                        |   |
What did the report recommend?                            | recommendation |                  |   |
What was recommended by officers?                         | recommendation |                  |   |
What powers were recommended for the Director?            | recommendation |                  |   |
What did the officers' recommendation say?                | recommendation |                  |   |
Did they approve the fees?                                | decision |                        |   |
How much did the lamps cost?                              | money    |                        |   |
Who declared an interest?                                 | interest |                        |   |
Who sent apologies?                                       | present  |                        |   |
Who chaired the meeting of 17 July 2019?                  | present  | 2019-07-17             |   |
Where was the meeting of 17 July 2019 held?               | meeting_place | 2019-07-17        |   |
What happened to the recommendation on lamps?             | follow_up |                       |   |
Why were the lamps moved?                                 | anything |                        |   |
How are lamps mended?                                     | anything |                        |   |
What is a ferry?                                          | anything |                        |   |
"""  # noqa: E501
ROWS = [
    [cell.strip() for cell in [*line.split("|"), "", ""][:5]]
    for line in TABLE.splitlines()
    if line.strip() and not line.startswith("#")
]


def spans(said: str) -> list[tuple[dt.date, dt.date]]:
    found = []
    for each in said.split():
        first, _, last = each.partition("..")
        start = dt.date.fromisoformat(first) if first else dt.date.min
        end = dt.date.fromisoformat(last) if last else dt.date.max if ".." in each else start
        found.append((start, end))
    return found


@pytest.mark.parametrize(
    ("question", "wanted", "dates", "bodies", "items"), ROWS, ids=[row[0] for row in ROWS]
)
def test_a_question(
    put: Callable[..., Resolved], question: str, wanted: str, dates: str, bodies: str, items: str
) -> None:
    resolved = put(question)
    asked = resolved.question
    assert asked.wanted == wanted
    assert asked.items == tuple(items.split())
    assert asked.held == {BODIES[each] for each in bodies.split()}
    if dates == "-":
        assert resolved.refused and resolved.refused.endswith(".")
    else:
        assert resolved.refused is None
        assert [(span.first, span.last) for span in asked.dates] == spans(dates)
        assert asked.times == () and asked.order is None and asked.guesses == ()
