#!/usr/bin/env python3
"""What the accuracy scripts count, on suites and reports made up here: bench/accuracy_test.py"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

BENCH = os.path.dirname(os.path.abspath(__file__))

RULES = {"weak-hash": [328, 327], "weak-cipher": [327], "sql-injection": [89], "xss": [79], "redos": [1333]}


def sarif(*results):
    """A report of (rule, path, start line[, end line])."""
    rules = [
        {"id": rule, "properties": {"tags": ["C5"] + ["external/cwe/cwe-%03d" % cwe for cwe in cwes]}}
        for rule, cwes in RULES.items()
    ]
    entries = [
        {
            "ruleId": result[0],
            "message": {"text": "speaks"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": result[1]},
                        "region": {"startLine": result[2], "endLine": result[-1]},
                    }
                }
            ],
        }
        for result in results
    ]
    return {"runs": [{"tool": {"driver": {"rules": rules}}, "results": entries}]}


class AccuracyTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def write(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def judge(self, script, *results):
        report = self.write("report.sarif", json.dumps(sarif(*results)))
        command = [sys.executable, os.path.join(BENCH, script), self.root, "--sarif", report, "--details"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def rows(self, output):
        return {line.split()[0]: line.split()[1:] for line in output.splitlines() if line.strip()}

    def owasp_case(self, *results):
        cases = "# a head\nT1,hash,true,328\nT2,hash,false,328\nT3,crypto,true,327\nT4,sqli,true,89\n"
        self.write("expectedresults-1.2.csv", cases)
        return self.judge("owasp", *results)

    def test_the_first_cwe_of_a_rule_alone_decides_on_the_category(self):
        rows = self.rows(
            self.owasp_case(("weak-hash", "a/T1.java", 3), ("weak-cipher", "T2.java", 3), ("weak-hash", "T3.java", 1))
        )
        self.assertEqual(rows["hash"], ["1", "0", "0", "1", "100.00", "0.00", "100.00"])
        self.assertEqual(rows["crypto"], ["0", "1", "0", "0", "0.00", "-", "-"])

    def test_several_results_in_one_file_are_one_case(self):
        output = self.owasp_case(("weak-hash", "T2.java", 3), ("weak-hash", "T2.java", 4))
        self.assertEqual(self.rows(output)["hash"][:4], ["0", "1", "1", "0"])
        self.assertIn("missed  T1", output)
        self.assertIn("false   T2:3  weak-hash", output)

    def test_the_mean_is_that_of_the_categories_and_not_of_the_cases(self):
        output = self.owasp_case(("weak-hash", "T1.java", 3), ("weak-hash", "T2.java", 3))
        self.assertIn("mean of 3", output)
        # Of true positives hash has 1 of 1, crypto and sqli 0 of 1; false ones can be in hash alone.
        self.assertEqual(self.rows(output)["mean"][2:], ["33.33", "100.00", "-66.67"])

    def micro_case(self, *results):
        self.write(
            "src/micro/basic/A.java",
            '* @servlet vuln_count = "3"\nprintln(a); /* BAD */\nprintln(b); // nothing\nprintln(c); /* OK */\n'
            "execute(a, /* BAD */\n  b);\n",
        )
        self.write("src/micro/inter/B.java", "println(a); /* BAD */\n")
        return self.judge("securibench", *results)

    def test_marked_lines_count_once_and_by_their_file(self):
        a = "src/micro/basic/A.java"
        output = self.micro_case(("xss", a, 2), ("sql-injection", a, 2), ("xss", a, 4), ("xss", a, 5, 6))
        rows = self.rows(output)
        self.assertEqual(rows["basic"], ["2", "2", "1", "1", "100.00", "66.67"])
        self.assertEqual(rows["inter"], ["1", "0", "0", "0", "0.00", "-"])
        self.assertEqual(rows["all"], ["3", "2", "1", "1", "66.67", "66.67"])
        self.assertIn("A.java: 2 marked BAD, vuln_count 3", output)

    def test_sinks_that_are_folded_into_one_result_count_and_its_other_sources_do_not(self):
        a = "src/micro/basic/A.java"
        report = sarif(("xss", a, 2))
        report["runs"][0]["results"][0]["relatedLocations"] = [
            {
                "physicalLocation": {"artifactLocation": {"uri": a}, "region": {"startLine": line}},
                "message": {"text": text},
            }
            for line, text in ((4, "getHeader reaches it too"), (5, "getParameter reaches execute as SQL"))
        ]
        path = self.write("folded.sarif", json.dumps(report))
        command = [sys.executable, os.path.join(BENCH, "securibench"), self.root, "--sarif", path]
        self.micro_case()
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.assertEqual(self.rows(output)["basic"], ["2", "2", "1", "0", "100.00", "100.00"])

    def test_other_weaknesses_and_lines_without_a_mark_are_neither_right_nor_wrong(self):
        a = "src/micro/basic/A.java"
        output = self.micro_case(("redos", a, 2), ("xss", a, 3))
        self.assertEqual(self.rows(output)["all"][:4], ["3", "0", "1", "0"])
        self.assertIn("lines without a mark: 1", output)


if __name__ == "__main__":
    unittest.main()
