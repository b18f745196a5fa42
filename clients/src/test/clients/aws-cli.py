"""The AWS CLI, started once for the commands of a journey, because starting it costs a second and a command little.

Reads a line of JSON for each command, {"command": ..., "input": ...}, runs the CLI's own entry point as
`aws iam COMMAND --no-paginate --cli-input-json INPUT`, and prints {"code": ..., "out": ..., "err": ...}.
"""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()


def run(arguments):
    # The CLI writes bytes as well as text, so each stream needs a buffer beneath.
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = driver.main(arguments)
        except SystemExit as end:
            code = end.code
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    return {"code": code, "out": texts[0], "err": texts[1]}


for line in sys.stdin:
    asked = json.loads(line)
    told = run(
        ["--endpoint-url", sys.argv[1], "--output", "json", "--no-cli-pager", "iam", asked["command"]]
        + ["--no-paginate", "--cli-input-json", json.dumps(asked["input"])]
    )
    print(json.dumps(told), flush=True)
