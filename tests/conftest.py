"""Options of the whole test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-outputs", action="store_true", help="rewrite docs/examples/**/*.out; read the diff before you commit it"
    )
