"""Laying out and fitting, measured on this machine by layout_bench: passes.py BENCH [RECORD PLOT]

Prints a table of medians beside what docs/performance.md promises; with RECORD it replaces the one in that file and draws PLOT, an SVG of
time against pages. Fails where a promise does not hold.
"""
import json, re, subprocess, sys

HEAD = "| layout and fit | measured | promised |\n|---|---|---|\n"
PROMISED = {  # milliseconds
    "layout_words/700": ("lines and pages of 700 words", 3),
    "layout_words/3000": ("lines and pages of 3,000 words", 9),
    "layout_long_cv": ("lines and pages of `long-cv`", 9),
    "fit_long_cv_to_one_page": ("`long-cv` read and fitted to one page", 30),
    "fit_words_to_one_page/700": ("700 words read and fitted to one page", 30),
    "fit_words_to_one_page/3000": ("3,000 words read and fitted to one page", 100),
}
# Words whose shapes fill the caches of the machine cost more a page; a page of a thousand may cost this much more than one of sixty.
LINEAR = 2


def medians(bench):
    call = [bench, "--benchmark_format=json", "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true"]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return {run["run_name"]: run for run in json.loads(done.stdout)["benchmarks"] if run["aggregate_name"] == "median"}


def plot(points):
    """Time against pages, each axis from zero; a straight line is linear cost."""
    width, height, left, bottom = 480, 240, 48, 28
    most_pages, most_ms = (max(column) for column in zip(*points))
    at = lambda pages, ms: (left + pages / most_pages * (width - left - 16), height - bottom - ms / most_ms * (height - bottom - 16))
    path = " ".join("%.1f,%.1f" % at(*point) for point in [(0, 0)] + points)
    dots = "".join('<circle cx="%.1f" cy="%.1f" r="2.5"/>' % at(*point) for point in points)
    text = '<text x="%.1f" y="%.1f" text-anchor="%s">%s</text>'
    (x0, y0), (x1, y1) = at(0, 0), at(most_pages, most_ms)
    labels = (text % (x0, y0 + 18, "middle", "0") + text % (x1, y0 + 18, "end", "%d pages" % most_pages) +
              text % (x0 - 6, y1 + 4, "end", "%.0f ms" % most_ms))
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">\n'
            '<title>Milliseconds of laying out against pages</title>\n<rect width="%d" height="%d" fill="#fff"/>\n'
            '<path d="M%.1f %.1fV%.1fH%.1f" fill="none" stroke="#888"/>\n<polyline points="%s" fill="none" stroke="#0b5394"/>\n'
            '<g fill="#0b5394">%s</g>\n%s\n</svg>\n') % (width, height, width, height, x0, y1, y0, x1, path, dots, labels)


def main():
    measured = medians(sys.argv[1])
    rows = [(name, "%.1f ms" % measured[key]["real_time"], "%d ms" % promised, measured[key]["real_time"] <= promised)
            for key, (name, promised) in PROMISED.items()]
    points = sorted((run["pages"], run["real_time"]) for key, run in measured.items() if key.startswith("layout_words/"))
    large = [(pages, ms) for pages, ms in points if pages > 50]
    ratio = (large[-1][1] / large[-1][0]) / (large[0][1] / large[0][0])
    rows.append(("a page of %d pages against one of %d" % (large[-1][0], large[0][0]), "%.2f times as long" % ratio,
                 "%d times" % LINEAR, ratio <= LINEAR))
    table = "".join("| %s | %s | %s |\n" % row[:3] for row in rows)
    print(table + "\n".join("OVER: " + row[0] for row in rows if not row[3]))
    if len(sys.argv) > 3:
        text = open(sys.argv[2], encoding="utf-8").read()
        before, after = text.split(HEAD)
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(before + HEAD + table + re.sub(r"\A(\| .*\n)*", "", after))
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            file.write(plot(points))
    return 0 if all(row[3] for row in rows) else 1


sys.exit(main())
