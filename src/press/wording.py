"""What press says on a page, in each language."""

# What the ledger says of a statement of the notes.
VERDICTS = {
    "holds": {"ko": "맞습니다", "en": "holds"},
    "nuance": {"ko": "조건이 있습니다", "en": "holds under a condition"},
    "corrected": {"ko": "바로잡습니다", "en": "corrected"},
    "completed": {"ko": "채웁니다", "en": "completed"},
}

# The topics, in the nav and on the verification page.
TOPICS = {
    "network": {"ko": "신경망", "en": "Neural networks"},
    "activations": {"ko": "활성화 함수", "en": "Activations"},
    "losses": {"ko": "손실 함수", "en": "Losses"},
    "backpropagation": {"ko": "역전파", "en": "Backpropagation"},
    "training": {"ko": "학습", "en": "Training"},
    "optimizers": {"ko": "옵티마이저", "en": "Optimizers"},
    "labs": {"ko": "실습", "en": "Labs"},
    "reference": {"ko": "참고", "en": "Reference"},
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
        "unproven": "초고: 아직 증명되지 않은 출력입니다.",
        "proof": "증명 보기",
        "total": "예제와 그림 {examples}개의 값 {values}개를 {checks}번의 대조로 확인했습니다.",
        "examples": "예제",
        "figures": "그림",
        "facts": "사실",
        "executed": "실행함: 이 식의 두 쪽을 {count}번 비교했습니다.",
        "header": "| 양 | 독립 출처 | 값의 개수 | 최대 오차 |",
        "proof_source": "증명",
        "symbols": "이 페이지의 기호",
        "header_symbols": "| 기호 | 뜻 | 형상 |",
        "numbers": "본문의 수",
        "bound": "본문의 수 {bound}개가 증명된 양에 묶여 있습니다. "
        "{declared}개는 결과가 아닌 수이고, 그 까닭은 다음과 같습니다.",
        "header_declared": "| 까닭 | 개수 |",
        "formulas": "식",
        "about_formulas": "식의 양쪽을 무작위로 고른 점에서 계산해 비교했습니다. "
        "한 번은 독립된 수학으로, 한 번은 dlnotes로 계산합니다.",
        "header_formulas": "| 페이지 | 식 | 비교 |",
        "claims": "주장",
        "about_claims": "까닭을 말하거나 비교하거나 예외가 없다고 말하는 문장은 "
        "다음 가운데 하나를 근거로 합니다.",
        "claim": "주장",
        "seeds": "시드 {}개",
        "ablation": "그 하나만 바꾼 비교",
        "header_waivers": "| 그 밖의 문장 | 개수 |",
        "rests_on_section": "식으로 유도한 절이나 찾아본 출처",
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
        "unproven": "Draft: nothing has proven this output yet.",
        "proof": "See the proof",
        "total": "{values} values of {examples} examples and figures are confirmed by {checks} comparisons.",
        "examples": "Example",
        "figures": "Figure",
        "facts": "Fact",
        "executed": "Executed: the sides of this formula were compared {count} times.",
        "header": "| Quantity | Independent source | Values | Largest error |",
        "proof_source": "The proof:",
        "symbols": "Symbols on this page",
        "header_symbols": "| Symbol | Meaning | Shape |",
        "numbers": "Numbers in the text",
        "bound": "{bound} numbers in the text are bound to proven quantities. "
        "{declared} state no result, for these reasons.",
        "header_declared": "| Reason | Count |",
        "formulas": "Formulas",
        "about_formulas": "Both sides of each formula were computed at random points and compared, once with independent "
        "mathematics and once with dlnotes.",
        "header_formulas": "| Page | Formulas | Comparisons |",
        "claims": "Claims",
        "about_claims": "A sentence that gives a cause, compares, or allows no exception rests on one of these.",
        "claim": "Claim",
        "seeds": "{} seeds",
        "ablation": "an ablation",
        "header_waivers": "| Other sentences | Count |",
        "rests_on_section": "a section that derives it, or a source that was looked up",
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
