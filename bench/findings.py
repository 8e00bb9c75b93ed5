"""What Plumbline reports of a folder, for the accuracy scripts beside this file. Python 3.8, standard
library only."""

import json
import os
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple
from urllib.parse import unquote

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JAR = os.path.join(ROOT, "cli", "target", "plumbline.jar")
JAVA_FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:-DontCompileHugeMethods", "-XX:+UseSerialGC", "-Xss16m"]

# Exit codes of a scan that wrote its report: nothing found, something found, something not analysed.
WRITTEN = (0, 1, 3)
INCOMPLETE = 3


class Finding(NamedTuple):
    """A result of the report. Lines count from 1, the last one included. What the same value does
    elsewhere in the method stands beside it: folded are the lines of those sinks."""

    rule: str
    cwe: int
    path: str
    start: int
    end: int
    message: str
    folded: tuple = ()


def add_options(parser):
    parser.add_argument("path", metavar="PATH", help="a checkout of the benchmark")
    parser.add_argument("--details", action="store_true", help="list what is missed and what is false")
    parser.add_argument("--sarif", metavar="FILE", help="judge this report instead of scanning")
    parser.add_argument("--keep", metavar="FILE", help="leave the report of the scan there")


def findings(arguments):
    """The findings of --sarif, or those of a scan of PATH with the jar of this tree."""
    if arguments.sarif:
        return read(arguments.sarif)
    if not os.path.isfile(JAR):
        sys.exit("bench: build first: ./mvnw -DskipTests package")
    with tempfile.TemporaryDirectory() as work:
        report = arguments.keep or os.path.join(work, "report.sarif")
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        command = [java, *JAVA_FLAGS, "-jar", JAR, "scan", arguments.path, "--quiet"]
        code = subprocess.call([*command, "--fail-on", "never", "--report", "sarif=" + report])
        if code not in WRITTEN:
            sys.exit("bench: the scan failed with exit code %d" % code)
        if code == INCOMPLETE:
            print("bench: something was not analysed, see the notifications of the report", file=sys.stderr)
        return read(report)


def read(path):
    """All results of a SARIF file, each with the main weakness of its rule: the one named first."""
    with open(path, encoding="utf-8") as file:
        runs = json.load(file)["runs"]
    found = []
    for run in runs:
        weaknesses = {rule["id"]: main_cwe(rule) for rule in run["tool"]["driver"].get("rules", [])}
        for result in run.get("results", []):
            place = result["locations"][0]["physicalLocation"]
            region = place.get("region", {})
            start = region.get("startLine", 0)
            found.append(
                Finding(
                    result["ruleId"],
                    weaknesses.get(result["ruleId"], 0),
                    unquote(place["artifactLocation"]["uri"]),
                    start,
                    region.get("endLine", start),
                    result["message"]["text"],
                    tuple(folded(result, place)),
                )
            )
    return found


def folded(result, place):
    """The lines of further sinks in the same file that were folded into one result. A related
    location with a source says that it reaches the result's sink ("reaches it too"); one with a sink
    has a message of its own, with the name of the sink."""
    for related in result.get("relatedLocations", []):
        text = related.get("message", {}).get("text", "")
        other = related["physicalLocation"]
        if " reaches " in text and "reaches it too" not in text:
            if other["artifactLocation"]["uri"] == place["artifactLocation"]["uri"]:
                yield other.get("region", {}).get("startLine", 0)


def main_cwe(rule):
    for tag in rule.get("properties", {}).get("tags", []):
        number = re.search(r"cwe-0*(\d+)", tag, re.IGNORECASE)
        if number:
            return int(number.group(1))
    return 0


def percent(part, whole):
    return 100.0 * part / whole if whole else float("nan")


def shown(number):
    """A percentage as text, or a dash where there was nothing to count."""
    return "%7.2f" % number if number == number else "%7s" % "-"
