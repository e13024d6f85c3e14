#!/usr/bin/env python3
"""How long the program takes to read a year of a region, beside pandas, in one run on one machine.

The file is made from the columns of tests/data (all people invented): its rows over and over, each time with other MRUN,
until there are as many as asked for. Both sides count rows, attendance below 85 % and the average of averages.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

TEMPLATE = "tests/data/20230209_Rendimiento_2022_20230131_WEB.csv"


def make(path, template, rows):
    with open(template, encoding="utf-8-sig", newline="") as file:
        header, *lines = file.read().split("\r\n")
    lines = [line for line in lines if line]
    mrun = header.split(";").index("MRUN")
    # Quoted names hold separators: the MRUN is counted from the right.
    from_right = mrun - len(header.split(";"))
    made = 0
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        file.write(header + "\r\n")
        while made < rows:
            for line in lines[: rows - made]:
                cells = line.split(";")
                cells[from_right] = str(10_000_000 + made)
                file.write(";".join(cells) + "\r\n")
                made += 1
    return os.path.getsize(path)


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"reading: {command[0]} ended with {process.returncode}")
    del before
    return out, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


PANDAS = """
import sys, pandas as pd
t = pd.read_csv(sys.argv[1], sep=";", encoding="utf-8-sig", decimal=",", quotechar='"')
ended = t[t["SIT_FIN"].isin(["P", "R"])]
known = ended[ended["ASISTENCIA"] > 0]["ASISTENCIA"]
marks = t[t["PROM_GRAL"] > 0]["PROM_GRAL"]
print(len(t), int((known < 85).sum()), int(known.sum()), round(float(marks.mean()), 4))
print(t.groupby("SIT_FIN_R").size().to_dict())
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tep", default="target/release/tep", help="the program, as a release build")
    parser.add_argument("--python", default=sys.executable, help="a Python that has pandas")
    parser.add_argument("--rows", type=int, default=238_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--template", default=TEMPLATE)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rendimiento.csv")
        size = make(path, args.template, args.rows)
        sides = {"tep": [args.tep, "inspect", path], "tep --json": [args.tep, "inspect", path, "--json"]}
        if subprocess.run([args.python, "-c", "import pandas"], capture_output=True).returncode == 0:
            sides["pandas"] = [args.python, "-c", PANDAS, path]
        else:
            print("reading: pandas is not there: only the program is measured", file=sys.stderr)
        told = {"rows": args.rows, "bytes": size}
        for name, command in sides.items():
            rounds = [run(command) for _ in range(args.rounds)]
            told[name] = {
                "wall_s": round(min(wall for _, wall, _, _ in rounds), 3),
                "cpu_s": round(min(cpu for _, _, cpu, _ in rounds), 3),
                "peak_mib": round(max(peak for _, _, _, peak in rounds) / 1024, 1),
            }
        if "pandas" in told:
            for name in ("tep", "tep --json"):
                told[name]["times_pandas"] = round(told[name]["wall_s"] / told["pandas"]["wall_s"], 2)
        print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
