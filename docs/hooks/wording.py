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
    "exact": {"ko": "정수와 분수의 정확한 계산", "en": "exact arithmetic"},
    "by_hand": {"ko": "손으로 쓴 값", "en": "a value written by hand"},
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

# What the explorers say, by the name of their module.
EXPLORERS = {
    "activations": {
        "ko": {
            "title": "x를 움직여 보세요",
            "value": "값",
            "slope": "도함수",
            "names": {
                "sigmoid": "시그모이드", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "Leaky ReLU", "step": "계단 함수",
                "identity": "항등 함수",
            },
        },
        "en": {
            "title": "Move x",
            "value": "value",
            "slope": "derivative",
            "names": {
                "sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "ReLU", "leaky_relu": "Leaky ReLU", "step": "Step",
                "identity": "Identity",
            },
        },
    },
    "softmax": {
        "ko": {
            "title": "로짓과 온도를 움직여 보세요",
            "classes": ["고양이", "개", "말"],
            "logit": "{}의 로짓",
            "temperature": "온도",
        },
        "en": {
            "title": "Move the logits and the temperature",
            "classes": ["cat", "dog", "horse"],
            "logit": "Logit of {}",
            "temperature": "Temperature",
        },
    },
    "vanishing-gradient": {
        "ko": {
            "title": "층의 수, 활성화 함수, 가중치를 바꿔 보세요",
            "activation": "활성화 함수",
            "depth": "층의 수",
            "weight": "가중치",
            "layers": "기울기가 지난 층의 수",
            "names": {"sigmoid": "시그모이드", "tanh": "tanh", "relu": "ReLU"},
            "result": "도함수가 늘 최댓값일 때 남는 기울기의 비율: {}",
        },
        "en": {
            "title": "Change the depth, the activation, and the weight",
            "activation": "Function",
            "depth": "Layers",
            "weight": "Weight",
            "layers": "Layers that the gradient has passed",
            "names": {"sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "ReLU"},
            "result": "The share of the gradient that is left if every derivative is at its maximum: {}",
        },
    },
    "perceptron": {
        "ko": {
            "title": "점을 옮기고 퍼셉트론을 학습시켜 보세요",
            "gate": "게이트",
            "hint": "점을 끌거나 화살표 키로 옮깁니다. 점을 누르거나 Enter 키를 치면 정답이 바뀝니다. "
            "출력이 1인 쪽은 색으로 칠했습니다.",
            "plane": "네 점과 결정 경계",
            "point": "점 {x}, 정답 {target}",
            "wrong": ", 틀림",
            "step": "한 샘플",
            "epoch": "한 에포크",
            "restart": "가중치를 0으로",
            "seen": "점 {x}: 정답 {target}, 출력 {output}.",
            "untrained": "아직 학습하지 않았습니다.",
            "during": "{epoch}번째 에포크에서 지금까지 본 샘플은 {next}개, 실수는 {mistakes}번입니다.",
            "after": "끝낸 에포크는 {epoch}번, 마지막 에포크의 실수는 {mistakes}번입니다.",
            "unit": "w₁ = {w1}, w₂ = {w2}, b = {b}.",
            "errors": "지금 틀린 점은 {count}개입니다.",
            "right": "지금은 네 점을 모두 맞힙니다.",
        },
        "en": {
            "title": "Move the points and train the perceptron",
            "gate": "Gate",
            "hint": "Drag a point, or move it with the arrow keys. Click it or press Enter to change its target. "
            "The side where the output is 1 is shaded.",
            "plane": "Four points and the decision boundary",
            "point": "Point {x}, target {target}",
            "wrong": ", wrong",
            "step": "One sample",
            "epoch": "One epoch",
            "restart": "Weights to 0",
            "seen": "Point {x}: target {target}, output {output}.",
            "untrained": "Not trained yet.",
            "during": "Epoch {epoch}, samples so far: {next}, mistakes: {mistakes}.",
            "after": "Epochs done: {epoch}, mistakes in the last one: {mistakes}.",
            "unit": "w₁ = {w1}, w₂ = {w2}, b = {b}.",
            "errors": "Points that are wrong now: {count}.",
            "right": "All four points are right now.",
        },
    },
}
