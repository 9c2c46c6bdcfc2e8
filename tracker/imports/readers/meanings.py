"""What a column of a table can mean, and what its heading suggests in three languages."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.forms.vocabulary import plain
from tracker.models import Recommendation
from tracker.models.fields import LanguageField

SKIP = "skip"
MEANINGS = {  # in the order in which a person is asked
    "text": "What is asked",
    "title": "Short title",
    "made_by": "Who asks it",
    "state": "The State that is asked",
    "mechanism": "UN procedure or body",
    "session": "Session of the UPR",
    "cycle": "Review",
    "document": "Document: its title or symbol",
    "locator": "Where in the document",
    "made_on": "Asked on",
    "kind": "Kind of ask",
    "language": "Language of the text",
    "themes": "Themes",
    "groups": "Affected groups",
    "sdgs": "Sustainable Development Goals",
    "articles": "Treaty articles",
    "strength": "Strength of the action asked, 1 to 5",
    "position": "China’s position",
    "category": "China’s own category",
    "words": "What China said",
    "answered_on": "Answered on",
    "key": "The table’s own number of the row",
    SKIP: "Not read",
}
SEVERAL = {"made_by", "themes", "groups", "sdgs", "articles"}  # that several columns may hold

_WORDS = {
    "text": (
        "text, recommendation, recommendations, recommendation text, full text, ask, asks, demand,"
        " full recommendation, content, question, text of the recommendation,"
        " 권고, 권고 내용, 권고사항, 권고안, 내용, 본문, 권고문, 建议, 建议内容, 内容, 正文, 建議,"
        " 建議內容, 內容"
    ),
    "title": "title, short title, summary, subject, heading, 제목, 요약, 标题, 標題, 摘要",
    "made_by": (
        "made by, recommending state, recommending states, recommending country, states,"
        " reviewing state, recommended by, by, from, who, author, authors, submitter, submitters,"
        " submitted by, organisation, organization, organisations, organizations, country, body,"
        " recommending body, source state, 권고국, 권고 국가, 제안국, 국가, 단체, 제출자, 기관,"
        " 提出国, 建议国, 国家, 提出者, 组织, 建議國, 國家, 組織, 机构"
    ),
    "state": (
        "state under review, sur, to, addressed to, country concerned, countries concerned,"
        " reviewed state, state reviewed, country under review, 수검국, 피심의국, 대상국,"
        " 受审议国, 被审议国, 受審議國"
    ),
    "mechanism": (
        "mechanism, un mechanism, procedure, treaty body, committee, 메커니즘, 절차, 위원회, 机制,"
        " 委员会, 機制, 委員會"
    ),
    "session": "session, upr session, working group session, session number, 회기, 届会, 屆會",
    "cycle": "cycle, review, upr cycle, review cycle, 주기, 심의, 차수, 周期, 轮次, 审议, 週期",
    "document": (
        "document, symbol, document symbol, un symbol, report, source document, source, 문서,"
        " 문서 번호, 문서번호, 출처, 文件, 文号, 文件编号, 来源, 來源"
    ),
    "locator": (
        "locator, paragraph, para, paragraphs, paragraph no, para no, recommendation no,"
        " recommendation number, page, place, item, 문단, 단락, 쪽, 항, 권고 번호, 段落, 段, 页,"
        " 建议编号, 頁"
    ),
    "made_on": (
        "made on, date, asked on, year, date of recommendation, published, publication date,"
        " 날짜, 일자, 연도, 일시, 권고일, 日期, 时间, 年份, 時間"
    ),
    "kind": "kind, type, kind of ask, category of ask, 종류, 유형, 类型, 種類, 类别, 類型",
    "language": "language, lang, 언어, 语言, 語言",
    "themes": (
        "themes, theme, issue, issues, topic, topics, thematic area, 주제, 쟁점, 이슈, 分野, 主题,"
        " 议题, 主題, 議題"
    ),
    "groups": (
        "groups, affected groups, affected persons, group, persons concerned, rights holders,"
        " groups of persons, 대상, 집단, 대상 집단, 영향받는 집단, 群体, 受影响群体, 群體"
    ),
    "sdgs": "sdgs, sdg, relevant sdgs, 지속가능발전목표, 可持续发展目标",
    "articles": (
        "articles, article, treaty articles, treaty, treaties, treaty article, legal basis,"
        " provisions, conventions, 조항, 조약, 협약, 근거 조항, 条款, 条约, 公约, 條款, 條約"
    ),
    "strength": "strength, action, action category, action strength, 강도, 행동 범주, 行动类别",
    "position": (
        "position, response, reply, answer, china's position, china's response, decision, accepted,"
        " 입장, 답변, 응답, 수용 여부, 立场, 答复, 回应, 立場, 答覆, 回應"
    ),
    "category": "china's own category, own category, category as stated, category, 분류",
    "words": (
        "what china said, china's words, comment, comments, remarks, explanation, china's comment,"
        " 설명, 의견, 비고, 说明, 意见, 评论, 說明"
    ),
    "answered_on": (
        "answered on, responded on, date of response, response date, reply date, 답변일, 응답일,"
        " 答复日期, 回应日期, 答覆日期"
    ),
    "key": "id, key, no, nr, number, ref, reference, code, row, 번호, 연번, 编号, 序号, 編號, 序號",
}
_MEANT = {plain(word): name for name, words in _WORDS.items() for word in words.split(",")}
_SHORTEST = 4  # letters of a word that may tell a heading in which it stands
_SHORTEST_EAST = 2
_KINDS = {
    "recommendation": "recommendation, recommendations, rec, 권고, 建议, 建議",
    "question": "question, questions, advance question, written question, 질문, 질의, 问题, 問題",
    "request": "request, requests, request in running text, call, 요청, 요구, 请求, 要求, 請求",
    "concern": "concern, concerns, observation, concerns observations, 우려, 关切, 關切, 关注",
}
_LANGUAGES = {
    "en": "english, eng, 영어, 英文, 英语",
    "ko": "korean, kor, 한국어, 韩文, 韩语, 韓文, 朝鲜语",
    "zh-Hans": "chinese, chinese simplified, simplified chinese, zh, zh cn, 중국어, 中文, 简体中文",
    "zh-Hant": "chinese traditional, traditional chinese, zh tw, zh hk, 繁體中文, 繁体中文",
    "ja": "japanese, 일본어, 日文, 日语",
    "fr": "french, francais, français, 프랑스어, 法文",
    "es": "spanish, español, espanol, 스페인어, 西班牙文",
    "de": "german, deutsch, 독일어, 德文",
    "ru": "russian, русский, 러시아어, 俄文",
    "ar": "arabic, 아랍어, 阿拉伯文",
}
_KIND = {plain(word): value for value, words in _KINDS.items() for word in words.split(",")}
_KIND |= {plain(value): value for value in Recommendation.Kind.values}
_LANGUAGE = {plain(word): value for value, words in _LANGUAGES.items() for word in words.split(",")}
_LANGUAGE |= {plain(tag): tag for tag, _ in LanguageField.LANGUAGES}


def proposed(headings: Iterable[str]) -> dict[str, str]:
    """
    What each heading seems to mean by its words; `skip` where they say nothing.

    A heading that is a known word comes before one that only holds it, and of two that mean the
    same one thing the first is taken.
    """
    headings = list(headings)
    found = dict.fromkeys(headings, SKIP)
    for meaning_of in (_whole, _within):
        for heading in headings:
            meaning = meaning_of(plain(heading))
            if found[heading] != SKIP or not meaning:
                continue
            if meaning in SEVERAL or meaning not in found.values():
                found[heading] = meaning
    return found


def kind_of(word: str) -> str:
    """The kind of ask that a word means, in three languages; "" if none."""
    return _KIND.get(plain(word), "")


def language_of(word: str) -> str:
    """The tag of a language by its name or tag; "" if it is none that records know."""
    return _LANGUAGE.get(plain(word), "")


def _whole(heading: str) -> str:
    return _MEANT.get(heading, "")


def _within(heading: str) -> str:
    """The meaning of the longest known word or words that a heading holds."""
    held = [word for word in _MEANT if _tells(word) and _holds(heading, word)]
    return _MEANT[max(held, key=len)] if held else ""


def _tells(word: str) -> bool:
    return len(word) >= (_SHORTEST if word.isascii() else _SHORTEST_EAST)


def _holds(heading: str, word: str) -> bool:
    """In scripts without spaces between words a word may stand anywhere."""
    return f" {word} " in f" {heading} " if word.isascii() else word in heading
