"""``press new``: the stubs of a page or an example. Each TODO in them says what is missing, and `press check` names it."""

import re

from press.wording import TOPICS

SECTIONS = [
    ("question", "질문", "The question", "TODO: 배우는 사람이 묻는 그대로 쓰고, 한 문장으로 답합니다.",
     "TODO: ask as a learner would, and answer in one sentence."),
    ("formula", "식", "Formula", "TODO: 식과 그 안의 모든 기호.", "TODO: the formula, each symbol introduced."),
    ("by-hand", "손으로 계산하기", "By hand", "TODO: 숫자를 한 번 대입합니다.", "TODO: put the numbers in once."),
    ("implementation", "구현", "Implementation", "TODO: 열 줄 이내의 코드.", "TODO: at most ten lines of code."),
    ("pitfalls", "흔한 실수", "Pitfalls", "TODO: 무엇이 잘못되는지로 이름을 붙입니다.", "TODO: name each by what goes wrong."),
    ("exercises", "연습 문제", "Exercises", "TODO: 예측, 유도, 코드.", "TODO: predict, derive, code."),
    ("sources", "출처와 함께 볼 페이지", "Sources", "TODO: 찾아본 출처.", "TODO: sources that you looked up."),
]
PROOF = '''"""The proofs of the page {page}: its examples, facts, claims and formulas."""

from press.formula import Meaning

MEANING = Meaning(scope={{}})        # TODO: what each symbol of the page's formulas means
'''
EXAMPLE_PROOF = '''

def test_{idea}(example, verify):
    values = example("{topic}/{idea}").values
    verify("TODO: a quantity", values["TODO"], mpmath=...)      # TODO: its value, computed without dlnotes
'''
NO_NAME = f"{{}} is no TOPIC/NAME; topics: {', '.join(TOPICS)}"
PROGRAM = "# TODO: one idea, as a whole program of at most 20 lines that needs dlnotes and numpy only.\n"


def page(name, root):
    """Write a page in both languages, its proof, and its line in the nav; return the files."""
    topic, _, idea = name.partition("/")
    refuse_unless(topic in TOPICS and re.fullmatch(r"[a-z][a-z0-9-]*", idea), NO_NAME.format(name))
    files = {
        root / "docs" / "ko" / f"{name}.md": stub(idea, "ko"),
        root / "docs" / "en" / f"{name}.md": stub(idea, "en"),
        proof_of(name, root): PROOF.format(page=name),
    }
    written(files)
    nav = root / "mkdocs.yml"
    nav.write_text(with_line(nav.read_text("utf-8"), topic, name), "utf-8", newline="\n")
    return [*files, nav]


def example(name, root, on=None):
    """Write the stub of an example, and of its proof in the proof file of the page that will show it."""
    topic, _, idea = name.partition("/")
    refuse_unless(topic in TOPICS and re.fullmatch(r"[a-z]\w*", idea), NO_NAME.format(name))
    proof = proof_of(on or page_of(topic, idea, root), root)
    refuse_unless(proof.exists(), f"there is no {proof.relative_to(root)}: name the page of the example by --on TOPIC/PAGE")
    written({root / "docs" / "examples" / f"{name}.py": PROGRAM})
    proof.write_text(proof.read_text("utf-8") + EXAMPLE_PROOF.format(topic=topic, idea=idea), "utf-8", newline="\n")
    return [root / "docs" / "examples" / f"{name}.py", proof]


def proof_of(page_name, root):
    """Return the proof file of a page."""
    topic, _, idea = page_name.partition("/")
    return root / "tests" / "proofs" / topic / f"test_{idea.replace('-', '_')}.py"


def page_of(topic, idea, root):
    """Return the page whose name an example's name begins with, the longest one."""
    names = [path.stem for path in (root / "docs" / "ko" / topic).glob("*.md")]
    fitting = [name for name in names if f"{idea}_".startswith(f"{name.replace('-', '_')}_")]
    return f"{topic}/{max(fitting, key=len, default='')}"


def stub(idea, language):
    """Return a page whose sections say what belongs there."""
    column = {"ko": 1, "en": 2}[language]
    parts = [f"---\ntitle: TODO\ndescription: TODO\n---\n\n# TODO {{ #{idea} }}\n\n{{{{ symbols }}}}"]
    parts += [f"## {section[column]} {{ #{section[0]} }}\n\n{section[column + 2]}" for section in SECTIONS]
    return "\n\n".join(parts) + "\n"


def with_line(text, topic, name):
    """Return mkdocs.yml with a line for the page at the end of its topic, which is added where it is missing."""
    section = re.search(rf"^  - {topic}:\n(?:      - .*\n)+", text, re.M)
    if section:
        return f"{text[:section.end()]}      - {name}.md\n{text[section.end():]}"
    return text.replace("  - reference:\n", f"  - {topic}:\n      - {name}.md\n  - reference:\n", 1)


def written(files):
    """Write all files, or none where one exists."""
    for path in files:
        refuse_unless(not path.exists(), f"{path} exists: choose another name")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def refuse_unless(fine, message):
    """Stop with a message and nothing written."""
    if not fine:
        raise SystemExit(f"press new: {message}")
