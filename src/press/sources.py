"""The independent sources that a proof may use, in the order in which a page names them."""

from typing import NamedTuple


class Source(NamedTuple):
    """What a source is called in each language, and the largest relative difference that it allows."""

    ko: str
    en: str
    tolerance: float | None        # None: half a unit of the last published digit


SOURCES = {
    "mpmath": Source("mpmath 50자리", "mpmath, 50 digits", 1e-12),
    "closed_form": Source("닫힌 꼴 공식", "a closed form", 1e-12),
    "complex_step": Source("복소수 스텝 미분", "the complex step", 1e-12),
    "central_difference": Source("50자리 중앙 차분", "central differences in 50 digits", 1e-12),
    "rounded": Source("53비트로 반올림한 mpmath", "mpmath rounded to 53 bits", 0.0),
    "published": Source("출판된 값", "published values", None),
    "counting": Source("직접 세기", "counting", 0.0),
    "exact": Source("정수와 분수의 정확한 계산", "exact arithmetic", 0.0),
    "by_hand": Source("손으로 쓴 값", "a value written by hand", 1e-12),
}
