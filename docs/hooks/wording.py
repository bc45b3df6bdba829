"""What the hooks say on a page, in each language."""

# The independent sources that a proof may use. A page names them in this order.
SOURCES = {
    "mpmath": {"ko": "mpmath 50자리", "en": "mpmath, 50 digits"},
    "closed_form": {"ko": "닫힌 꼴 공식", "en": "a closed form"},
    "complex_step": {"ko": "복소수 스텝 미분", "en": "the complex step"},
    "central_difference": {"ko": "50자리 중앙 차분", "en": "central differences in 50 digits"},
    "rounded": {"ko": "53비트로 반올림한 mpmath", "en": "mpmath rounded to 53 bits"},
    "published": {"ko": "출판된 값", "en": "published values"},
    "counting": {"ko": "직접 세기", "en": "counting"},
}

# What the ledger says of a statement of the notes.
VERDICTS = {
    "holds": {"ko": "맞습니다", "en": "holds"},
    "nuance": {"ko": "조건이 있습니다", "en": "holds under a condition"},
    "corrected": {"ko": "바로잡습니다", "en": "corrected"},
    "completed": {"ko": "채웁니다", "en": "completed"},
}

WORDS = {
    "ko": {
        "note": "노트",
        "notes_of": "노트 {}",
        "truth": "맞는 말:",
        "answer": "답 보기",
        "open": "아직 답하지 않음",
        "count": "문장 {total}개 가운데 {done}개에 답했고, {open}개는 아직 답하지 않았습니다.",
        "line": "검증됨: {sources}, 값 {count}개, {error}.",
        "recorded": "{} {}에서 기록한 출력입니다.",
        "error": "최대 오차 {}",
        "no_error": "오차 없음",
        "proof": "증명 보기",
        "total": "예제와 그림 {examples}개의 값 {values}개를 {checks}번의 대조로 확인했습니다.",
        "examples": "예제",
        "figures": "그림",
        "header": "| 양 | 독립 출처 | 값의 개수 | 최대 오차 |",
        "proof_source": "증명",
    },
    "en": {
        "note": "Note",
        "notes_of": "Note {}",
        "truth": "What holds:",
        "answer": "See the answer",
        "open": "not answered yet",
        "count": "Of {total} statements, {done} are answered and {open} are not answered yet.",
        "line": "Verified against {sources}: {count} values, {error}.",
        "recorded": "Recorded with {} {}.",
        "error": "largest error {}",
        "no_error": "no error",
        "proof": "See the proof",
        "total": "{values} values of {examples} examples and figures are confirmed by {checks} comparisons.",
        "examples": "Example",
        "figures": "Figure",
        "header": "| Quantity | Independent source | Values | Largest error |",
        "proof_source": "The proof:",
    },
}
